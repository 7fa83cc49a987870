package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import org.junit.jupiter.api.Test;

/** In what words the errors of steps and scripts are told. */
class ErrorsTest {
    @Test
    void shouldNameTheTypeOfAnErrorThatNoStepForesees() {
        assertThat(Errors.text(new IllegalStateException("no foo\nsecond")))
                .isEqualTo("java.lang.IllegalStateException: no foo");
        assertThat(Errors.text(new AbortException("no foo\nsecond"))).isEqualTo("no foo");
    }

    @Test
    void shouldTellWhatTheFirstLineAnnounces() {
        assertThat(
                        Errors.text(
                                new IllegalArgumentException(
                                        "startup failed:\nWorkflowScript: 3: Expected a step @ line 3, column 9.\n   foo\n\n1 error\n")))
                .isEqualTo("startup failed: WorkflowScript: 3: Expected a step @ line 3, column 9.");
        assertThat(Errors.text(new AbortException("The deployment failed:\n\n  no host\n")))
                .isEqualTo("The deployment failed: no host");
        assertThat(Errors.text(new AbortException("Nothing follows:"))).isEqualTo("Nothing follows:");
    }

    @Test
    void shouldLeaveOutTheListOfAllSteps() {
        assertThat(Errors.text(new NoSuchMethodError(
                        "No such DSL method 'releasePipline' found among steps [archive, bat] or symbols [all]")))
                .isEqualTo("java.lang.NoSuchMethodError: No such DSL method 'releasePipline'");
    }

    @Test
    void shouldSayWhoDecidesWhatTheSandboxRefuses() {
        assertThat(Errors.text(new RejectedAccessException("Scripts not permitted to use new java.io.File")))
                .isEqualTo("Scripts not permitted to use new java.io.File."
                        + " Administrators can decide whether to approve or reject this signature.");
    }

    @Test
    void shouldSayNothingOfAnErrorWithoutWords() {
        assertThat(Errors.text(new AbortException())).isNull();
        assertThat(Errors.text(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    private static final class RejectedAccessException extends SecurityException {
        private static final long serialVersionUID = 1L;

        RejectedAccessException(String message) {
            super(message);
        }
    }
}
