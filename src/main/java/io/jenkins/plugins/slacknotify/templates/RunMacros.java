package io.jenkins.plugins.slacknotify.templates;

import hudson.ExtensionList;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.message.template.ParsedTemplate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The expansion of macros for completed runs. While a pipeline runs, {@code ENV} knows the credentials that it has bound at the
 * moment, so macros have to wait until its end.
 */
public final class RunMacros implements Macros {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    /** Macros that read the workspace, in which the next build may already run. */
    private static final Set<String> OF_THE_WORKSPACE = Set.of("FILE", "JSON", "PROPFILE", "XML");

    /** Validates the macros of a template against the plugins that are installed now; empty where they are valid. */
    public static Optional<String> validate(ParsedTemplate template) {
        return template.macros().stream().flatMap(RunMacros::error).findFirst();
    }

    private static Stream<String> error(String macro) {
        try {
            expander(macro);
            return Stream.empty();
        } catch (BrokenTemplateException e) {
            return Stream.of(e.getMessage());
        }
    }

    @Override
    public String expand(String macro, BuildKey build) throws BrokenTemplateException {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return expand(macro, run(macro, build), expander(macro));
        }
    }

    private static String expand(String macro, Run<?, ?> run, MacroExpander expander) throws BrokenTemplateException {
        SecretVariables secrets = SecretVariables.of(run);
        if (secrets.areUsedIn(macro)) {
            throw new BrokenTemplateException(macro + " would tell a secret of the build, so it is not used.");
        }
        String value = expandWithSafeErrors(macro, run, expander, secrets);
        if (secrets.areContainedIn(value)) {
            throw new BrokenTemplateException("A secret of the build is in the value of " + macro
                    + ", so it is not used. Remove the macro, or see to it that the build does not show the secret.");
        }
        return value;
    }

    // The error message of a macro may reveal as much as its value.
    private static String expandWithSafeErrors(
            String macro, Run<?, ?> run, MacroExpander expander, SecretVariables secrets)
            throws BrokenTemplateException {
        try {
            return expander.expand(run, macro);
        } catch (BrokenTemplateException e) {
            throw secrets.areContainedIn(e.getMessage()) ? new BrokenTemplateException(macro + " has no value.") : e;
        }
    }

    private static MacroExpander expander(String macro) throws BrokenTemplateException {
        Matcher name = NAME.matcher(macro);
        if (name.find() && OF_THE_WORKSPACE.contains(name.group())) {
            throw new BrokenTemplateException(macro
                    + " would read the workspace, which belongs to the next build by then. Have the build itself tell it,"
                    + " with the step slackNotify.");
        }
        MacroExpander expander = ExtensionList.lookup(MacroExpander.class).stream()
                .findFirst()
                .orElseThrow(() -> new BrokenTemplateException("For " + macro + ", install the Token Macro plugin."));
        if (!expander.knows(name.group())) {
            throw new BrokenTemplateException("No plugin knows the macro " + name.group()
                    + ". Correct it, or install the plugin that has it; write $$ for a dollar sign.");
        }
        return expander;
    }

    private static Run<?, ?> run(String macro, BuildKey build) throws BrokenTemplateException {
        Job<?, ?> job = Jenkins.get().getItemByFullName(build.job(), Job.class);
        Run<?, ?> run = job == null ? null : job.getBuildByNumber(build.build());
        if (run == null || run.getStartTimeInMillis() != build.startedAt().toEpochMilli()) {
            throw new BrokenTemplateException(macro + " has no value, as the build is gone.");
        }
        if (run.isBuilding()) {
            throw new BrokenTemplateException(macro + " has no value, as the build still runs.");
        }
        return run;
    }
}
