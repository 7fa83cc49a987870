package io.jenkins.plugins.slacknotify.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.wangyin.parameter.WHideParameterDefinition;
import hudson.cli.CLICommand;
import hudson.model.ParameterValue;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Parameters of kinds that other plugins have made up; those of the core are tested in a real Jenkins. */
class JobParametersTest {
    private final JobParameters job = JobParameters.of(List.of(new Branch("BRANCH", "main"), new Several("TARGETS")));

    @Test
    void shouldTakeATextForWhatTheCommandLineHasOneFor() {
        assertThat(job.list())
                .extracting(JobParameter::name, JobParameter::kind, JobParameter::initial)
                .containsExactly(tuple("BRANCH", Kind.TEXT, "main"), tuple("TARGETS", Kind.TEXT, null));
        assertThat(given(job, Map.of("BRANCH", "feature/pay", "TARGETS", "test,live")))
                .containsExactly("feature/pay", "test|live");
    }

    @Test
    void shouldRefuseAValueThatTheParameterDoesNotTake() {
        assertThat(job.values(Map.of("BRANCH", "gone", "TARGETS", "test")).refusal())
                .isEqualTo("the job does not take that value of `BRANCH`");
    }

    /** A build must not start without what somebody has asked for. */
    @Test
    void shouldRefuseAValueOfWhichTheParameterLosesAPart() {
        assertThat(job.values(Map.of("TARGETS", "test,lvie")).refusal())
                .isEqualTo("the job does not take that value of `TARGETS`");
        assertThat(job.values(Map.of("TARGETS", "tset")).refusal())
                .isEqualTo("the job does not take that value of `TARGETS`");
    }

    @Test
    void shouldLeaveAFileToThePageOfTheJob() {
        var files = JobParameters.of(List.of(new Base64FileParameterDefinition("PATCH")));

        assertThat(files.list()).extracting(JobParameter::kind).containsExactly(Kind.MISSING);
        assertThat(files.values(Map.of("PATCH", "aGVsbG8=")).refusal())
                .isEqualTo("`PATCH` can be given on the job's page alone");
    }

    @Test
    void shouldLeaveWhatTheCommandLineHasNoTextForToThePageOfTheJob() {
        var odd = JobParameters.of(List.of(new MadeUpParameter("ODD", new StringParameterValue("ODD", "x"))));

        assertThat(odd.list()).extracting(JobParameter::kind).containsExactly(Kind.ON_THE_PAGE);
        assertThat(given(odd, Map.of())).containsExactly("x");
    }

    /** Its own page has no field for it, and a request to Jenkins may name it. */
    @Test
    void shouldShowNoHiddenParameterAndTakeItFromWhoeverKnowsIt() {
        var hidden = JobParameters.of(List.of(new WHideParameterDefinition("FROM", "cron")));

        assertThat(hidden.list()).extracting(JobParameter::kind).containsExactly(Kind.HIDDEN);
        assertThat(given(hidden, Map.of())).containsExactly("cron");
        assertThat(given(hidden, Map.of("FROM", "slack"))).containsExactly("slack");
    }

    private static List<Object> given(JobParameters job, Map<String, String> given) {
        JobParameters.Values values = job.values(given);
        assertThat(values.refusal()).isNull();
        return values.values().stream().map(ParameterValue::getValue).toList();
    }

    /** As that of Git Parameter: throws for what is none of its branches. */
    private static final class Branch extends MadeUpParameter {
        Branch(String name, String initial) {
            super(name, new StringParameterValue(name, initial));
        }

        @Override
        public ParameterValue createValue(CLICommand command, String value) throws IOException {
            if (value.equals("gone")) {
                throw new IOException("no such branch");
            }
            return new StringParameterValue(getName(), value);
        }
    }

    /** As that of Extended Choice: leaves out what is none of its choices, and has a sign of its own between them. */
    private static final class Several extends MadeUpParameter {
        private static final List<String> CHOICES = List.of("test", "live");

        Several(String name) {
            super(name, null);
        }

        @Override
        public ParameterValue createValue(CLICommand command, String value) {
            return new StringParameterValue(
                    getName(),
                    Arrays.stream(value.split(",")).filter(CHOICES::contains).collect(Collectors.joining("|")));
        }
    }

    /** As the File Parameter plugin calls one of its own. */
    private static final class Base64FileParameterDefinition extends MadeUpParameter {
        Base64FileParameterDefinition(String name) {
            super(name, null);
        }

        @Override
        public ParameterValue createValue(CLICommand command, String value) {
            return new StringParameterValue(getName(), value);
        }
    }
}
