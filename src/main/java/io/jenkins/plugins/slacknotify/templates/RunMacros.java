package io.jenkins.plugins.slacknotify.templates;

import hudson.ExtensionList;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.message.template.GoneBuildException;
import io.jenkins.plugins.slacknotify.message.template.ParsedTemplate;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The expansion of macros for completed runs. While a pipeline runs, {@code ENV} knows the credentials that it has bound at the
 * moment, so macros have to wait until its end.
 *
 * <p>A macro that no plugin knows is the parameter or variable of that name, as <code>${TARGET}</code> is in any field of a job.
 *
 * <p>Secrets: the value of a macro is looked at before any part of it is cut off, by the Token Macro plugin's own syntax or by
 * a regular expression.
 */
public final class RunMacros implements Macros {
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{Nd}_]*";

    /** A macro with its name, and what it does to the value: its length, a part of it, or its beginning or end cut off. */
    private static final Pattern MACRO = Pattern.compile(
            "\\$(?:(?<plain>" + NAME + ")|\\{(?<length>#?)(?<name>" + NAME
                    + ")(?<change>(?:[^,}\\\\]|\\\\.)*+)(?<arguments>.*)})",
            Pattern.DOTALL);

    /** Macros that read the workspace, in which the next build may already run. */
    private static final Set<String> OF_THE_WORKSPACE = Set.of("FILE", "JSON", "PROPFILE", "XML");

    /** Validates the macros of a template against the plugins that are installed now; empty where they are valid. */
    public static Optional<String> validate(ParsedTemplate template) {
        return template.macros().stream().flatMap(RunMacros::error).findFirst();
    }

    private static Stream<String> error(String macro) {
        try {
            MacroText text = MacroText.of(macro);
            return expander(text).isEmpty()
                    ? Stream.of(unknown(text, "the build needs a variable of that name"))
                    : Stream.empty();
        } catch (BrokenTemplateException e) {
            return Stream.of(e.getMessage());
        }
    }

    private static String unknown(MacroText macro, String otherwise) {
        return "No plugin knows the macro " + macro.name() + ", and " + otherwise
                + ". Correct it, or install the plugin that has it, such as Token Macro; write $$ for a dollar sign.";
    }

    /**
     * A macro as a template has it, taken apart.
     *
     * @param whole as it is written
     * @param base the same macro, which changes nothing of its value
     * @param bare whether it has neither arguments nor changes, as a variable
     */
    private record MacroText(String whole, String name, String base, boolean bare) {
        static MacroText of(String macro) throws BrokenTemplateException {
            Matcher parts = MACRO.matcher(macro);
            if (!parts.matches()) {
                throw new BrokenTemplateException(macro + " is not a macro.");
            }
            if (parts.group("plain") != null) {
                return new MacroText(macro, parts.group("plain"), macro, true);
            }
            String name = parts.group("name");
            boolean changes =
                    !parts.group("length").isEmpty() || !parts.group("change").isBlank();
            String base = "${" + name + parts.group("arguments") + "}";
            return new MacroText(
                    macro, name, base, !changes && parts.group("arguments").isEmpty());
        }

        /** Whether the value of the macro can be a part of a line of the log. */
        boolean searchesTheLog() {
            return name.contains("REGEX");
        }
    }

    @Override
    public String expand(String macro, BuildKey build) throws BrokenTemplateException {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return expand(MacroText.of(macro), run(macro, build));
        }
    }

    private static String expand(MacroText macro, Run<?, ?> run) throws BrokenTemplateException {
        SecretVariables secrets = SecretVariables.of(run);
        if (secrets.areUsedIn(macro.whole())) {
            throw new BrokenTemplateException(macro.whole() + " would tell a secret of the build, so it is not used.");
        }
        Optional<MacroExpander> expander = expander(macro);
        if (expander.isEmpty()) {
            return checked(macro, variable(macro, run), secrets);
        }
        if (!secrets.isEmpty() && !macro.base().equals(macro.whole())) {
            checked(macro, expandWithSafeErrors(macro.base(), run, expander.get(), secrets), secrets);
        }
        if (macro.searchesTheLog() && secrets.areContainedInLog(run)) {
            throw new BrokenTemplateException("A secret of the build is in its log, and " + macro.whole()
                    + " could tell a part of it, so it is not used. Remove the macro, or see to it that the build does not"
                    + " show the secret.");
        }
        return checked(macro, expandWithSafeErrors(macro.whole(), run, expander.get(), secrets), secrets);
    }

    private static String checked(MacroText macro, String value, SecretVariables secrets)
            throws BrokenTemplateException {
        if (secrets.areContainedIn(value)) {
            throw new BrokenTemplateException("A secret of the build is in the value of " + macro.whole()
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

    private static String variable(MacroText macro, Run<?, ?> run) throws BrokenTemplateException {
        try {
            return BuildVariables.of(run, TaskListener.NULL)
                    .find(macro.name())
                    .orElseThrow(() ->
                            new BrokenTemplateException(unknown(macro, "the build has no variable of that name")));
        } catch (IOException e) {
            throw new BrokenTemplateException(macro.whole() + " has no value: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenTemplateException(macro.whole() + " was given up.");
        }
    }

    /** Returns the expander of a macro; empty where the macro can only be a variable. */
    private static Optional<MacroExpander> expander(MacroText macro) throws BrokenTemplateException {
        if (OF_THE_WORKSPACE.contains(macro.name())) {
            throw new BrokenTemplateException(macro.whole()
                    + " would read the workspace, which belongs to the next build by then. Have the build itself tell it,"
                    + " with the step slackNotify.");
        }
        Optional<MacroExpander> installed =
                ExtensionList.lookup(MacroExpander.class).stream().findFirst();
        Optional<MacroExpander> knowing = installed.filter(it -> it.knows(macro.name()));
        if (knowing.isEmpty() && !macro.bare()) {
            throw new BrokenTemplateException(
                    installed.isEmpty()
                            ? "For " + macro.whole() + ", install the Token Macro plugin."
                            : unknown(macro, "a variable has no arguments"));
        }
        return knowing;
    }

    private static Run<?, ?> run(String macro, BuildKey build) throws BrokenTemplateException {
        Job<?, ?> job = Jenkins.get().getItemByFullName(build.job(), Job.class);
        Run<?, ?> run = job == null ? null : job.getBuildByNumber(build.build());
        if (run == null || run.getStartTimeInMillis() != build.startedAt().toEpochMilli()) {
            throw new GoneBuildException(macro + " has no value, as the build is gone.");
        }
        if (run.isBuilding()) {
            throw new BrokenTemplateException(macro + " has no value, as the build still runs.");
        }
        return run;
    }
}
