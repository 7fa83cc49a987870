package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Descriptor.FormException;

/**
 * Has Jenkins make an object from a form, and tells whoever has sent the form why that was not possible.
 *
 * <p>Jenkins wraps what a constructor or a setter throws in a {@code LinkageError}, and its page then says no more than that there was
 * an error ({@code Descriptor.newInstanceImpl}, core 2.541.3).
 */
public final class FormBinding {
    private FormBinding() {}

    /**
     * The binding by Jenkins.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    public interface Binding<T> {
        @CheckForNull
        T bind() throws FormException;
    }

    /**
     * Returns what a binding makes.
     *
     * @param field the name under which the form has it
     * @throws FormException with what the constructor or setter said, where it took a value for invalid
     */
    @CheckForNull
    public static <T> T bind(String field, Binding<T> binding) throws FormException {
        try {
            return binding.bind();
        } catch (IllegalArgumentException e) {
            throw invalid(e, field);
        } catch (LinkageError e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                throw invalid(e, field);
            }
            throw e;
        }
    }

    /** Without the exception, of which the page would show the type and the stack. */
    private static FormException invalid(Throwable thrown, String field) {
        return new FormException(FieldValidation.rootCause(thrown).getMessage(), field);
    }
}
