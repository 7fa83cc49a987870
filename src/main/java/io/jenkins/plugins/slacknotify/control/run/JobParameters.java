package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.BooleanParameterDefinition;
import hudson.model.ChoiceParameterDefinition;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.PasswordParameterDefinition;
import hudson.model.RunParameterDefinition;
import hudson.model.SimpleParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.model.TextParameterDefinition;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter.Kind;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.findings.AuthoredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The parameters of a job, and the values for a build of it. */
final class JobParameters {
    /** The class of parameters for credentials, whose ids nobody should have to write in a channel. */
    private static final String CREDENTIALS = "com.cloudbees.plugins.credentials.CredentialsParameterDefinition";

    /** The class of the Hidden Parameter plugin, for whose parameters Jenkins' page has no field. */
    private static final String HIDDEN = "com.wangyin.parameter.WHideParameterDefinition";

    private static final Logger LOGGER = Logger.getLogger(JobParameters.class.getName());
    private static final int MAX_TEXT = 200;
    private static final int MAX_NAMED = 15;

    private final List<ParameterDefinition> definitions;

    private JobParameters(List<ParameterDefinition> definitions) {
        this.definitions = definitions;
    }

    static JobParameters of(Job<?, ?> job) {
        ParametersDefinitionProperty property = job.getProperty(ParametersDefinitionProperty.class);
        return of(property == null ? List.of() : property.getParameterDefinitions());
    }

    static JobParameters of(List<? extends ParameterDefinition> definitions) {
        return new JobParameters(List.copyOf(definitions));
    }

    /** The values for a build, or a sentence that says why there are none. */
    record Values(List<ParameterValue> values, @CheckForNull String refusal) {}

    List<JobParameter> list() {
        return definitions.stream()
                .map(definition -> {
                    ParameterValue initial = initial(definition);
                    Kind kind = kind(definition);
                    return new JobParameter(
                            definition.getName(),
                            kind == Kind.ON_THE_PAGE && initial == null ? Kind.MISSING : kind,
                            kind == Kind.ON_THE_PAGE ? null : text(initial),
                            choices(definition),
                            initial != null,
                            AuthoredText.plain(definition.getDescription()));
                })
                .toList();
    }

    /** Makes the values of a build. What is not given has its default. */
    Values values(Map<String, String> given) {
        List<String> names =
                definitions.stream().map(ParameterDefinition::getName).toList();
        Optional<String> unknown =
                given.keySet().stream().filter(name -> !names.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return refused(
                    names.isEmpty()
                            ? "it has no parameters, so " + code(unknown.get()) + " cannot be given"
                            : "it has no parameter " + code(unknown.get()) + ". It has " + someOf(names));
        }
        List<ParameterValue> values = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ParameterDefinition definition : definitions) {
            String text = given.get(definition.getName());
            ParameterValue value = text == null ? initial(definition) : value(definition, text);
            if (value != null) {
                values.add(value);
            } else if (text == null && kind(definition) == Kind.ON_THE_PAGE) {
                return refused(code(definition.getName())
                        + " has no default, and can be given on the job's page alone. Start the job there");
            } else if (text == null) {
                missing.add(definition.getName());
            } else {
                return refused(wrong(definition));
            }
        }
        return missing.isEmpty()
                ? new Values(values, null)
                : refused(codes(missing) + " has no default. Give it, as `NAME=value`, or start the job on its page");
    }

    /** Returns the value of a parameter that a text means; null where it means none. */
    @CheckForNull
    private static ParameterValue value(ParameterDefinition definition, String text) {
        Kind kind = kind(definition);
        boolean isWrongFlag =
                kind == Kind.YES_OR_NO && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
        if (kind == Kind.ON_THE_PAGE || isWrongFlag) {
            return null;
        }
        try {
            ParameterValue value = makeValue(definition, text);
            // What is secret must not stand in Slack, whatever kind another plugin has made up for it.
            return value != null && !value.isSensitive() && definition.isValid(value) ? value : null;
        } catch (RuntimeException | IOException e) {
            // Jenkins refuses a value that is not among the choices so, and other plugins a text that they cannot read.
            LOGGER.log(Level.FINE, e, () -> "The parameter " + definition.getName() + " does not take a text");
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @CheckForNull
    private static ParameterValue makeValue(ParameterDefinition definition, String text)
            throws IOException, InterruptedException {
        if (definition instanceof SimpleParameterDefinition simple) {
            return simple.createValue(text);
        }
        // The Hidden Parameter plugin makes the same value of a request to Jenkins, under another name.
        return kind(definition) == Kind.HIDDEN
                ? new StringParameterValue(definition.getName(), text)
                : TextParameters.value(definition, text);
    }

    private static String wrong(ParameterDefinition definition) {
        String name = code(definition.getName());
        return switch (kind(definition)) {
            case ON_THE_PAGE, MISSING -> name + " can be given on the job's page alone";
            case YES_OR_NO -> name + " has to be `true` or `false`";
            case CHOICE -> name + " has to be one of " + someOf(choices(definition));
            case TEXT, LINES, HIDDEN -> "the job does not take that value of " + name;
        };
    }

    private static Values refused(String sentence) {
        return new Values(List.of(), sentence);
    }

    /** Returns the default; null where there is none, or another plugin fails to tell it. */
    @CheckForNull
    private static ParameterValue initial(ParameterDefinition definition) {
        return BestEffort.read(
                        "default of the parameter " + definition.getName(),
                        () -> Optional.ofNullable(definition.getDefaultParameterValue()))
                .flatMap(value -> value)
                .orElse(null);
    }

    private static Kind kind(ParameterDefinition definition) {
        if (definition.getClass().getName().equals(HIDDEN)) {
            return Kind.HIDDEN;
        }
        if (definition instanceof BooleanParameterDefinition) {
            return Kind.YES_OR_NO;
        }
        if (definition instanceof ChoiceParameterDefinition) {
            return Kind.CHOICE;
        }
        if (definition instanceof TextParameterDefinition) {
            return Kind.LINES;
        }
        return isText(definition) ? Kind.TEXT : Kind.ON_THE_PAGE;
    }

    private static boolean isText(ParameterDefinition definition) {
        return definition instanceof SimpleParameterDefinition
                ? !(definition instanceof PasswordParameterDefinition)
                        && !(definition instanceof RunParameterDefinition)
                        && !definition.getClass().getName().equals(CREDENTIALS)
                : TextParameters.take(definition);
    }

    @CheckForNull
    private static String text(@CheckForNull ParameterValue value) {
        return value == null || value.isSensitive() || value.getValue() == null
                ? null
                : String.valueOf(value.getValue());
    }

    private static List<String> choices(ParameterDefinition definition) {
        return definition instanceof ChoiceParameterDefinition choice ? choice.getChoices() : List.of();
    }

    private static String code(String name) {
        return Mrkdwn.quoted(name, MAX_TEXT);
    }

    /** Names as many as fit into a sentence: a job may have a thousand choices. */
    private static String someOf(List<String> names) {
        return names.size() <= MAX_NAMED
                ? codes(names)
                : codes(names.subList(0, MAX_NAMED)) + " and " + (names.size() - MAX_NAMED)
                        + " more, which the job's page names";
    }

    private static String codes(List<String> names) {
        return names.stream().map(JobParameters::code).collect(Collectors.joining(", "));
    }
}
