package io.quanyi.store.git;

import static io.quanyi.store.git.StoreFaults.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.store.StoreRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitAddressTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"https://git.example.org/r.git", "http://git_host:3000/team/r", "https://[::1]:8443/r"})
    void aServerIsReachedByHttp(String uri) {
        GitAddress address = GitAddress.of(settings(uri, null, null));
        assertThat(address.uri()).hasToString(uri);
        assertThat(address.server()).hasToString(uri);
        assertThat(address.username()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"file:///srv/r.git, /srv/r.git", "file:/srv/a%20b, /srv/a b", "/srv/r, /srv/r", "/srv/a:b, /srv/a:b"})
    void aFolderIsReachedByItsPath(String uri, String path) {
        GitAddress address = GitAddress.of(settings(uri, null, null));
        assertThat(address.uri().getPath()).isEqualTo(path);
        assertThat(address.uri().getHost()).isNull();
        assertThat(address.server()).isNull();
    }

    @Test
    void aRelativePathIsOneOfThisProcess() {
        assertThat(GitAddress.of(settings("some/r.git", null, null)).uri().getPath())
                .isEqualTo(Path.of("some/r.git").toAbsolutePath().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ssh://git@git.example.org/r.git, ssh",
        "git@git.example.org:team/r.git, ssh",
        "host:r.git, host",
        "git://git.example.org/r.git, git",
        "ftp://git.example.org/r.git, ftp",
        "ext::sh -c true, ext",
        "HTTPS://git.example.org/r.git, HTTPS",
        "amazon-s3://bucket/r, amazon-s3",
        "jar:file:/r.jar, jar"
    })
    void noOtherSchemeIsUsed(String uri, String scheme) {
        assertThat(refused(() -> GitStore.open(settings(uri, null, null), Clock.systemUTC()), "store-scheme")
                        .arguments())
                .containsExactly(scheme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https:///r.git",
                "https://user:s3cret@/r",
                "https://git.example.org/r?token=s3cret",
                "https://git.example.org/r#s3cret",
                "https://git.example.org/a b",
                "https://user:s3cret@git.example.org:x/r",
                "https://user:s3%zzcret@git.example.org/r",
                "file://host/srv/r",
                "file:r",
                "/srv/\u0000"
            })
    void anAddressThatIsNoneIsRefusedWithoutSayingIt(String uri) {
        StoreRefused failure = catchThrowableOfType(StoreRefused.class, () -> GitAddress.of(settings(uri, null, null)));
        assertThat(failure.fault().code()).isEqualTo("store-setting");
        assertThat(failure.fault().arguments()).containsExactly("uri");
        assertThat(failure).hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "https://joe:s3cret@git.example.org/r, , , joe, s3cret",
        "https://joe:s3%40cret@git.example.org/r, , , joe, s3@cret",
        "https://t0ken@git.example.org/r, , , t0ken, ",
        "https://joe:s3cret@git.example.org/r, ann, other, ann, other",
        "https://joe@git.example.org/r, , other, joe, other"
    })
    void whoAsksIsTakenOutOfTheAddress(
            String uri, @Nullable String username, @Nullable String password, String user, @Nullable String secret) {
        GitAddress address = GitAddress.of(settings(uri, username, password));
        assertThat(address.uri()).hasToString("https://git.example.org/r");
        assertThat(address.server()).hasToString("https://git.example.org/r");
        assertThat(address.username()).isEqualTo(user);
        assertThat(address.password()).isEqualTo(secret);
        assertThat(address).asString().isEqualTo("https://git.example.org/r");
    }

    @Test
    void settingsShowNoSecret() {
        GitStoreSettings settings = settings("https://joe:hidden@git.example.org/r", "ann", "s3cret");
        assertThat(settings.toString()).contains("main").doesNotContain("s3cret", "hidden", "joe", "ann");
    }

    @ParameterizedTest
    @CsvSource({
        "ann, s3cret, ann with … is not let in",
        "ann, , … with s3cret is not let in",
        "ann, '', ann with s3cret is not let in",
        ", , ann with s3cret is not let in"
    })
    void aTextFromElsewhereIsSaidWithoutTheSecret(@Nullable String username, @Nullable String password, String said) {
        GitAddress address = GitAddress.of(settings("https://git.example.org/r", username, password));
        assertThat(address.withoutSecrets("ann with s3cret is not let in")).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a b", "/a", "a.lock", "a\nb", "a*", "-\u007f"})
    void aBranchThatGitCannotHaveIsRefused(String branch) {
        refuse(branch, "", Duration.ofSeconds(1), "branch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", ".git", "a/.GIT/b", "a\\b", "a\u0000"})
    void aFolderThatIsNoneIsRefused(String path) {
        refuse("main", path, Duration.ofSeconds(1), "path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "PT1H0.000000001S"})
    void aTimeoutBeyondItsBoundsIsRefused(Duration timeout) {
        refuse("main", "", timeout, "timeout");
    }

    @ParameterizedTest
    @CsvSource({"main, rules, PT1S", "release/2, .quanyi/rules, PT1H", "主, 规则, PT1.5S"})
    void whatCanBeRightIsOpened(String branch, String path, Duration timeout) {
        GitStoreSettings settings = new GitStoreSettings(
                folder.resolve("r").toString(), branch, path, null, null, folder.resolve("copy"), timeout);
        try (GitStore store = GitStore.open(settings, Clock.systemUTC())) {
            assertThat(store.lastGood()).isEmpty();
        }
    }

    private void refuse(String branch, String path, Duration timeout, String setting) {
        GitStoreSettings settings = new GitStoreSettings(
                folder.resolve("r").toString(), branch, path, null, null, folder.resolve("copy"), timeout);
        assertThat(refused(() -> GitStore.open(settings, Clock.systemUTC()), "store-setting")
                        .arguments())
                .containsExactly(setting);
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    private GitStoreSettings settings(String uri, @Nullable String username, @Nullable String password) {
        return new GitStoreSettings(uri, "main", "", username, password, folder.resolve("copy"), Duration.ofSeconds(1));
    }
}
