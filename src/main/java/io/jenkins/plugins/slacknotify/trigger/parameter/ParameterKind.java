package io.jenkins.plugins.slacknotify.trigger.parameter;

import hudson.model.BooleanParameterDefinition;
import hudson.model.ChoiceParameterDefinition;
import hudson.model.ParameterDefinition;
import hudson.model.StringParameterDefinition;
import hudson.model.TextParameterDefinition;
import java.util.List;

/** How a parameter can be filled in outside of Jenkins, by the core's own kinds of parameters and what extends them. */
public enum ParameterKind {
    LINE,
    PARAGRAPH,
    YES_OR_NO,
    CHOICE,
    /** The parameter can be given on Jenkins' own page only: passwords, files, credentials, and kinds of other plugins. */
    IN_JENKINS;

    /** The most parameters that a form in Slack has room for. */
    private static final int PARAMETERS = 40;

    /** The most choices of one menu in Slack, by its reference of blocks. */
    private static final int CHOICES = 100;

    /** The most choices of all menus of a form together: a view has 250,000 bytes at most, and a choice some 300. */
    private static final int CHOICES_OF_FORM = 800;

    public static ParameterKind of(ParameterDefinition parameter) {
        if (parameter instanceof ChoiceParameterDefinition choice) {
            int choices = choice.getChoices().size();
            return choices == 0 || choices > CHOICES ? IN_JENKINS : CHOICE;
        }
        if (parameter instanceof BooleanParameterDefinition) {
            return YES_OR_NO;
        }
        if (parameter instanceof TextParameterDefinition) {
            return PARAGRAPH;
        }
        return parameter instanceof StringParameterDefinition ? LINE : IN_JENKINS;
    }

    /** Returns whether a question with these parameters can be answered outside of Jenkins. */
    public static boolean canAllBeFilledInOutside(List<ParameterDefinition> parameters) {
        return parameters.size() <= PARAMETERS
                && choices(parameters) <= CHOICES_OF_FORM
                && parameters.stream().noneMatch(parameter -> of(parameter) == IN_JENKINS);
    }

    private static int choices(List<ParameterDefinition> parameters) {
        return parameters.stream()
                .filter(ChoiceParameterDefinition.class::isInstance)
                .mapToInt(choice ->
                        ((ChoiceParameterDefinition) choice).getChoices().size())
                .sum();
    }
}
