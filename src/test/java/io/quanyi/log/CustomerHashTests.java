package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerHashTests {

    @Test
    void aCustomerIsTheSameWithinAProcessAndNobodyOutsideIt() {
        CustomerHash hash = new CustomerHash();
        assertThat(hash.of("C-1"))
                .isEqualTo(hash.of("C-1"))
                .isNotEqualTo(hash.of("C-2"))
                .hasSize(16);
        assertThat(new CustomerHash().of("C-1")).isNotEqualTo(hash.of("C-1"));
        assertThat(hash.of(null)).isEqualTo("-");
    }
}
