package io.jenkins.plugins.slacknotify.control.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.BooleanParameterDefinition;
import hudson.model.ChoiceParameterDefinition;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.SimpleParameterDefinition;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.trigger.findings.AuthoredText;
import io.jenkins.plugins.slacknotify.trigger.parameter.ParameterKind;
import java.util.List;
import java.util.Optional;

/** Converts parameters of an {@code input} step, which was made for a form in Jenkins, for a form in Slack. */
public final class ParameterFields {
    private ParameterFields() {}

    /** Returns the field of a parameter that can be filled in outside of Jenkins. */
    public static ParameterForm.Field field(ParameterDefinition parameter) {
        List<String> choices = parameter instanceof ChoiceParameterDefinition choice ? choice.getChoices() : List.of();
        return new ParameterForm.Field(
                parameter.getName(),
                kind(parameter),
                AuthoredText.plain(parameter.getDescription()),
                initial(parameter, choices),
                choices,
                text -> errorOf(parameter, text));
    }

    /** Returns whether the default of a parameter comes back from a form as it was. */
    public static boolean fits(ParameterDefinition parameter) {
        return parameter instanceof ChoiceParameterDefinition || FormElements.fits(initial(parameter, List.of()));
    }

    private static ParameterForm.Kind kind(ParameterDefinition parameter) {
        return switch (ParameterKind.of(parameter)) {
            case PARAGRAPH -> ParameterForm.Kind.PARAGRAPH;
            case YES_OR_NO -> ParameterForm.Kind.YES_OR_NO;
            case CHOICE -> ParameterForm.Kind.CHOICE;
            default -> ParameterForm.Kind.LINE;
        };
    }

    private static String initial(ParameterDefinition parameter, List<String> choices) {
        if (!choices.isEmpty()) {
            return choices.get(0);
        }
        if (parameter instanceof BooleanParameterDefinition yesOrNo) {
            return String.valueOf(yesOrNo.isDefaultValue());
        }
        String text = parameter instanceof StringParameterDefinition string ? string.getDefaultValue() : null;
        return text == null ? "" : text;
    }

    /** Returns what is wrong with a value, as plain text; empty where nothing is. */
    public static Optional<String> errorOf(ParameterDefinition parameter, String text) {
        // The definition itself makes a value of any text.
        if (parameter instanceof ChoiceParameterDefinition choice
                && !choice.getChoices().contains(text)) {
            return Optional.of("This is none of the choices");
        }
        try {
            ParameterValue value = ((SimpleParameterDefinition) parameter).createValue(text);
            return value != null && parameter.isValid(value)
                    ? Optional.empty()
                    : Optional.of("Jenkins does not take this value");
        } catch (RuntimeException e) {
            String why = e.getMessage();
            return Optional.of(why == null || why.isBlank() ? "Jenkins does not take this value" : why);
        }
    }

    /**
     * Returns the value that the pipeline gets.
     *
     * @param text null for the default
     */
    @CheckForNull
    public static Object value(ParameterDefinition parameter, @CheckForNull String text) {
        ParameterValue value = text == null
                ? parameter.getDefaultParameterValue()
                : ((SimpleParameterDefinition) parameter).createValue(text);
        return value == null ? null : value.getValue();
    }
}
