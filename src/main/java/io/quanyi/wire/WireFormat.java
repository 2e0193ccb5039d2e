package io.quanyi.wire;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** The format of values in JSON: instants to the second with their offset, decimals in plain digits without trailing zeros. */
public final class WireFormat extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** The format of everything that leaves in JSON. */
    public WireFormat() {
        super("wire-format");
        addSerializer(OffsetDateTime.class, new Instants());
        addSerializer(BigDecimal.class, new Decimals());
    }

    private static final class Instants extends ValueSerializer<OffsetDateTime> {

        @Override
        public void serialize(OffsetDateTime value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.getNano() == 0 ? whole(value) : ISO_OFFSET_DATE_TIME.format(value));
        }

        /** The same text, without a formatter, which takes as long as a third of a decision for the instants of an answer. */
        private static String whole(OffsetDateTime value) {
            // Java leaves out seconds that are zero
            String seconds = value.getSecond() == 0 ? ":00" : "";
            return value.toLocalDateTime() + seconds + value.getOffset().getId();
        }
    }

    private static final class Decimals extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializationContext context) {
            BigDecimal number = value.stripTrailingZeros();
            if (generator.streamWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
                generator.writeNumber(number.toPlainString());
            } else {
                // A tree has numbers, not their digits: without a scale that would be written with an exponent
                generator.writeNumber(number.scale() < 0 ? number.setScale(0) : number);
            }
        }
    }
}
