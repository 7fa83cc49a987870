package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
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
        assertThat(Errors.text(new IllegalArgumentException("\n\n  bad argument: region\n")))
                .isEqualTo("java.lang.IllegalArgumentException: bad argument: region");
    }

    @Test
    void shouldTellWhyTheArgumentsOfAStepWereRefused() {
        Throwable reason = new IllegalArgumentException("A non-empty message is required");
        String wrapped = "Could not instantiate {message=} for org.example.UnstableStep: "
                + InvocationTargetException.class.getName();

        assertThat(Errors.text(new IllegalArgumentException(wrapped, new InvocationTargetException(reason))))
                .isEqualTo("java.lang.IllegalArgumentException: A non-empty message is required");
        assertThat(Errors.text(new IllegalArgumentException(wrapped))).endsWith(wrapped);
    }

    /** Each part that holds the refused one is wrapped anew; on agents and from masked blocks, by other types. */
    @Test
    void shouldTellWhyAPartOfAnArgumentWasRefused() {
        var reason = new IllegalArgumentException("A rule has no option 'event'.");
        var property = new IllegalArgumentException(
                "Could not instantiate {rules=[{event=[failure]}]} for org.example.Property: " + reason, reason);
        var step = new IllegalArgumentException(
                "Could not instantiate {properties=[@rules(<anonymous>=[{event=[failure]}])]} for org.example.Step: "
                        + property,
                property);

        assertThat(Errors.text(step)).isEqualTo("java.lang.IllegalArgumentException: A rule has no option 'event'.");
    }

    @Test
    void shouldShowNoColours() {
        assertThat(Errors.text(new AbortException("\u001b[31m\u001b[0m\n\u001b[1mno foo\u001b[0m")))
                .isEqualTo("no foo");
    }

    @Test
    void shouldLeaveOutTheListOfAllSteps() {
        assertThat(Errors.text(new NoSuchMethodError(
                        "No such DSL method 'releasePipline' found among steps [archive, bat] or symbols [all]")))
                .isEqualTo("java.lang.NoSuchMethodError: No such DSL method 'releasePipline'");
    }

    @Test
    void shouldNameAFileOfALibraryByItsPathInTheLibrary() {
        String folder = "/var/jenkins_home/jobs/ci/builds/1/libs/" + "0a1b2c3d".repeat(8) + "/";

        assertThat(Errors.text(new IllegalArgumentException(
                        "startup failed:\n" + folder + "vars/bad.groovy: 1: unexpected token: }")))
                .isEqualTo("startup failed: vars/bad.groovy: 1: unexpected token: }");
    }

    @Test
    void shouldSayWhoDecidesWhatTheSandboxRefuses() {
        assertThat(Errors.text(new RejectedAccessException("Scripts not permitted to use new java.io.File")))
                .isEqualTo("Scripts not permitted to use new java.io.File."
                        + " Administrators can decide whether to approve or reject this signature.");
    }

    @Test
    void shouldSayWhatIsWrongWithYaml() {
        assertThat(Errors.text(new AbortException(
                        "while parsing a flow sequence\n in 'string', line 1, column 4:\n    a: [b\n       ^\n"
                                + "expected ',' or ']', but got <stream end>\n in 'string', line 1, column 6:\n")))
                .isEqualTo("while parsing a flow sequence: expected ',' or ']', but got <stream end>");
        assertThat(Errors.text(new AbortException(
                        "while scanning for the next token\nfound character '@' that cannot start any token")))
                .isEqualTo("while scanning for the next token: found character '@' that cannot start any token");
        assertThat(Errors.text(new AbortException("while waiting\n for it\n"))).isEqualTo("while waiting");
    }

    @Test
    void shouldSayWhatAStepIsToBeSurroundedWith() {
        assertThat(Errors.text(new MissingContextVariableException(
                        "Required context class hudson.FilePath is missing\nPerhaps you forgot to surround the sh step with a step"
                                + " that provides this, such as: node")))
                .isEqualTo(
                        "Required context class hudson.FilePath is missing. Perhaps you forgot to surround the sh step with a step"
                                + " that provides this, such as: node");
    }

    @Test
    void shouldSayNothingOfAnErrorWithoutWords() {
        assertThat(Errors.text(new AbortException())).isNull();
        assertThat(Errors.text(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void shouldTellWhatIsWrongWithWhatAnErrorNames() {
        assertThat(Errors.text(new CredentialNotFoundException("deploy-key")))
                .isEqualTo("CredentialNotFoundException: deploy-key");
        assertThat(Errors.text(new CredentialNotFoundException("No credentials deploy-key")))
                .isEqualTo("No credentials deploy-key");
        assertThat(Errors.text(new AbortException("deploy-key"))).isEqualTo("deploy-key");
        assertThat(Errors.text(new CredentialNotFoundException(""))).isNull();
    }

    @Test
    void shouldTellAnErrorOfAnAgentAsItsOwn() {
        assertThat(Errors.text(new ProxyException("java.nio.file.NoSuchFileException: /ws/VERSION")))
                .isEqualTo("java.nio.file.NoSuchFileException: /ws/VERSION");
    }

    private static final class CredentialNotFoundException extends AbortException {
        private static final long serialVersionUID = 1L;

        CredentialNotFoundException(String message) {
            super(message);
        }
    }

    private static final class MissingContextVariableException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingContextVariableException(String message) {
            super(message);
        }
    }

    private static final class ProxyException extends IOException {
        private static final long serialVersionUID = 1L;

        ProxyException(String message) {
            super(message);
        }
    }

    private static final class RejectedAccessException extends SecurityException {
        private static final long serialVersionUID = 1L;

        RejectedAccessException(String message) {
            super(message);
        }
    }
}
