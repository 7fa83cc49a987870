package io.jenkins.plugins.slacknotify.config;

import hudson.util.FormValidation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jenkins.model.Jenkins;

/** What forms and Configuration as Code object to, in the same words. An objection that is empty is none. */
public final class Checks {
    private Checks() {}

    public static Optional<String> ofJobPattern(String pattern) {
        return objection(!pattern.contains("\\"), Messages.Checks_jobPattern());
    }

    static Optional<String> ofAddressPattern(String pattern) {
        return objection(pattern.contains("@"), Messages.Checks_addressPattern());
    }

    static Optional<String> ofDomain(String domain) {
        return objection(domain.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"), Messages.Checks_domain());
    }

    static Optional<String> ofAlias(String from, String to) {
        return objection(!from.isBlank() && !to.isBlank(), Messages.Checks_alias());
    }

    private static Optional<String> objection(boolean fits, String words) {
        return fits ? Optional.empty() : Optional.of(words);
    }

    /** The first objection to one of several, with the one it is about. */
    public static Optional<String> ofEach(List<String> given, Function<String, Optional<String>> check) {
        return given.stream()
                .map(one -> check.apply(one).map(objection -> Messages.Checks_about(one, objection)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** @throws IllegalArgumentException with the objection, if there is one */
    public static void throwing(Optional<String> objection) {
        objection.ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
    }

    /** The objection as a message at its field. */
    public static FormValidation message(Optional<String> objection) {
        return objection.map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    static FormValidation forAdministrators(Supplier<Optional<String>> check) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return message(check.get());
    }
}
