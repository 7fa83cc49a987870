package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.cli.CLICommand;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Parameters of other plugins that Jenkins' core does not take for simple ones, but whose values the command line makes of
 * texts, such as those of Git Parameter, Extended Choice and Validating String.
 */
final class TextParameters {
    /** The names of kinds whose text would be the content of a file; of the core, and of File Parameter, end so. */
    private static final String FILE = "FileParameterDefinition";

    private TextParameters() {}

    /** Whether the command line has a text for such a parameter. */
    static boolean take(ParameterDefinition definition) {
        try {
            return definition
                                    .getClass()
                                    .getMethod("createValue", CLICommand.class, String.class)
                                    .getDeclaringClass()
                            != ParameterDefinition.class
                    && kinds(definition).noneMatch(kind -> kind.getSimpleName().endsWith(FILE));
        } catch (NoSuchMethodException | LinkageError e) {
            // An error, too, where the class needs a class of a missing plugin.
            return false;
        }
    }

    private static Stream<Class<?>> kinds(ParameterDefinition definition) {
        return Stream.iterate(definition.getClass(), kind -> kind != null, Class::getSuperclass);
    }

    /**
     * Makes a value of a text.
     *
     * @return null where the parameter has none for it, or loses a part: that of Extended Choice leaves out what is none of its choices
     * @throws IOException where the text is no value of the parameter, and so for any runtime exception
     */
    @CheckForNull
    static ParameterValue value(ParameterDefinition definition, String text) throws IOException, InterruptedException {
        // The command has nothing to read, such as a file: a parameter that asks for that fails here.
        ParameterValue value = definition.createValue((CLICommand) null, text);
        return value != null
                        && value.getValue() instanceof String kept
                        && !words(kept).equals(words(text))
                ? null
                : value;
    }

    /** Returns a text without punctuation and white space: several values may be separated otherwise than on the command line. */
    private static String words(String text) {
        return text.replaceAll("[\\p{Punct}\\s]", "");
    }
}
