package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests what each earlier version has stored in the files of Jenkins, read and written again by a Jenkins that runs already.
 * {@link UpgradeTest} starts one on such files.
 */
@JenkinsAcceptance(resetAfterEach = true)
class EarlierConfigurationTest {
    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.slacknotify.acceptance.upgrade.EarlierState#all")
    void shouldLoseNothingThatIsStored(EarlierState state, TestBed bed) {
        var softly = new SoftAssertions();
        var read = new AtomicInteger();
        state.homeFiles(bed.sandbox()).forEach((path, text) -> {
            if (path.endsWith(".xml")) {
                EarlierState.ours(text).forEach(ours -> {
                    read.incrementAndGet();
                    softly.assertThat(UpgradeTest.lines(writtenAgain(bed, ours)))
                            .as(path)
                            .containsSubsequence(UpgradeTest.lines(EarlierState.renamed(ours)));
                });
            }
        });
        softly.assertAll();
        assertThat(read).hasPositiveValue();
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.slacknotify.acceptance.upgrade.EarlierState#all")
    void shouldUnderstandConfigurationAsCode(EarlierState state, TestBed bed) {
        assertThat(bed.configuration().replaceWith(state.configurationAsCode())).isEmpty();
    }

    /** Returns what Jenkins writes of an element that it reads. */
    static String writtenAgain(TestBed bed, String xml) {
        return bed.admin()
                .script("def xml = jenkins.model.Jenkins.XSTREAM2; print xml.toXML(xml.fromXML('''%s'''))"
                        .formatted(xml));
    }
}
