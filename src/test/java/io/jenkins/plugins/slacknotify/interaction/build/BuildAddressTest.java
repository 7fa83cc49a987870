package io.jenkins.plugins.slacknotify.interaction.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildAddressTest {
    private static final String ROOT = "https://ci.example.com/jenkins/";

    @ParameterizedTest
    @CsvSource(textBlock = """
            job/shop/,                                      shop,
            job/shop,                                       shop,
            job/shop/12/,                                   shop,              12
            job/shop/12/console,                            shop,              12
            job/shop/12.,                                   shop,              12
            job/shop/12),                                   shop,              12
            job/shop/#12,                                   shop,              12
            job/shop##12.,                                  shop,              12
            job/a/job/b/job/c/7/testReport/?x=1#y,          a/b/c,             7
            view/All/job/a/view/x/job/b/7/,                 a/b,               7
            job/shop/job/feature%252Fpay/3/,                shop/feature%2Fpay, 3
            job/My%20Job/,                                  My Job,
            job/shop/99999999999/,                          shop,
            """)
    void shouldReadAddresses(String path, String job, Integer number) {
        for (String root : List.of(ROOT, "http://CI.example.com/jenkins/")) {
            check(BuildAddress.read(root + path, ROOT), job, number);
        }
    }

    private static void check(Optional<BuildAddress> read, String job, Integer number) {
        assertThat(read).hasValueSatisfying(address -> {
            assertThat(address.job()).isEqualTo(job);
            assertThat(address.build()).isEqualTo(number == null ? null : new BuildSelector.Number(number));
        });
    }

    /** Another build is meant than the newest one. */
    @Test
    void shouldReadPermalinks() {
        assertThat(BuildAddress.read(ROOT + "job/shop/lastSuccessfulBuild/console", ROOT))
                .contains(new BuildAddress("shop", new BuildSelector.Permalink("lastSuccessfulBuild"), ""));
        assertThat(BuildAddress.readWholeOrPart("job/shop/lastBuild.", ROOT))
                .contains(new BuildAddress("shop", new BuildSelector.Permalink("lastBuild"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci.example.com/jenkins/job/shop/configure#12",
                "https://other.example.com/jenkins/job/shop/",
                "https://ci.example.com/job/shop/",
                "https://ci.example.com:8443/jenkins/job/shop/",
                "https://ci.example.com/jenkins/",
                "https://ci.example.com/jenkins/manage/",
                "https://ci.example.com/jenkins/job/",
                "https://ci.example.com/jenkins/job/a b/",
                "https://",
                "mailto:x@y"
            })
    void shouldReadNoOtherAddress(String address) {
        assertThat(BuildAddress.read(address, ROOT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            shop/detail/shop/12/pipeline,                       shop,               12
            a%2Fshop/detail/shop/12/,                           a/shop,             12
            a%2Fshop/detail/feature%2Fpay/3/tests,              a/shop/feature%2Fpay, 3
            a%2Fshop/detail/feature%252Fpay/3/pipeline/17,      a/shop/feature%2Fpay, 3
            My%20Job/detail/My%20Job/7/changes/?page=1,         My Job,             7
            shop/activity,                                      shop,
            shop/detail/main,                                   shop/main,
            """)
    void shouldReadAddressesOfBlueOcean(String path, String job, Integer number) {
        check(BuildAddress.read(ROOT + "blue/organizations/jenkins/" + path, ROOT), job, number);
    }
}
