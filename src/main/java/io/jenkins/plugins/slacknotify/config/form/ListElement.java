package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import net.sf.json.JSONArray;

/**
 * An element of a list in a form or in Configuration as Code, which collects its own validation errors. Its constructor and its
 * setters throw nothing, as they do not know the element's position. Whoever takes over the whole list asks for the errors, and
 * reports them with their path.
 */
public abstract class ListElement {
    private static final Logger LOGGER = Logger.getLogger(ListElement.class.getName());

    /** Null where there is none, in an element that was read from disk. */
    private transient Map<String, String> validationErrors;

    /**
     * Reads the value of a field, and notes the error if it is invalid.
     *
     * @param before the value until now
     * @param given throws {@link IllegalArgumentException} where the new value is invalid
     * @return the new value, or {@code before} where the new one is invalid
     */
    protected final <T> T read(String field, T before, Supplier<T> given) {
        validationErrors = validationErrors == null ? new LinkedHashMap<>() : validationErrors;
        validationErrors.remove(field);
        try {
            return given.get();
        } catch (IllegalArgumentException invalid) {
            validationErrors.put(field, invalid.getMessage());
            return before;
        }
    }

    /** The fields whose values were not taken over, each with an error that says what to do. */
    public Map<String, String> validationErrors() {
        return validationErrors == null ? Map.of() : Collections.unmodifiableMap(validationErrors);
    }

    /** Returns whether a field was not taken over. Such an element has no effect until it is corrected. */
    public boolean isInvalid() {
        return !validationErrors().isEmpty();
    }

    /** What a page says of an element that is invalid; null for one that is not. */
    @CheckForNull
    public String getProblem() {
        return isInvalid()
                ? Messages.ListElement_problem(Sentences.join(validationErrors().values()))
                : null;
    }

    /**
     * Completes an element that was read from disk, and validates it as if its values were typed now. Somebody else than a form
     * may have written the file. An invalid value stays in the file, and is noted as an error.
     */
    protected final Object readResolve() {
        XmlDefaults.complete(this, blank());
        ListElement valid = recreate();
        validationErrors = new LinkedHashMap<>(valid.validationErrors());
        XmlDefaults.adopt(this, valid, field -> !validationErrors.containsKey(field));
        if (isInvalid()) {
            LOGGER.warning(
                    () -> "Without effect until it is corrected: " + getClass().getSimpleName() + " '" + label(1)
                            + "' of the stored configuration of Slack notifications: " + validationErrors());
        }
        return this;
    }

    /**
     * Returns a copy, which notes the same errors. A value that somebody has written into the file, and that no setter takes, stands in
     * the copy as well: without it, a condition would be gone from the file, and a rule would be for more builds.
     */
    @SuppressWarnings("unchecked")
    public static <T extends ListElement> T copyOf(T element) {
        ListElement copy = element.recreate();
        copy.keepInvalid(element);
        Map<String, String> errors = new LinkedHashMap<>(element.validationErrors());
        errors.putAll(copy.validationErrors());
        copy.validationErrors = errors;
        return (T) copy;
    }

    /** Takes from another element of the same class the values that the setters of this one have refused. */
    protected final void keepInvalid(ListElement original) {
        Map<String, String> refused = validationErrors();
        XmlDefaults.adopt(this, original, refused::containsKey);
    }

    /**
     * Puts back the values that the setters of this element have refused and that a form has sent as they are stored: of a file that
     * somebody has written, or of a version that took what this one does not. Nobody has typed them, so they must not keep anybody from
     * saving the form. What is without effect stays so, and is noted as before.
     *
     * @param sent the element as the form has sent it
     * @param stored the elements of the list until now
     * @return whether all that was refused is back; true where nothing was
     */
    public final boolean keepUntouched(Map<?, ?> sent, List<? extends ListElement> stored) {
        Set<String> refused = Set.copyOf(validationErrors().keySet());
        Optional<? extends ListElement> same = stored.stream()
                .filter(before -> refused.stream()
                        .allMatch(field -> texts(sent.get(field)).equals(texts(XmlDefaults.value(before, field)))))
                .findFirst();
        same.filter(before -> isInvalid()).ifPresent(before -> {
            keepInvalid(before);
            validationErrors.clear();
            before.validationErrors().forEach((field, error) -> {
                if (refused.contains(field)) {
                    validationErrors.put(field, error);
                }
            });
        });
        return refused.isEmpty() || same.isPresent();
    }

    private static List<String> texts(@CheckForNull Object value) {
        return FormLists.elements(value instanceof Collection<?> several ? JSONArray.fromObject(several) : value)
                .stream()
                .map(one -> one.toString().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns a new element in which nothing is set. */
    protected abstract ListElement blank();

    /** Returns a new element that gets the values of this one through its constructor and its setters. */
    protected abstract ListElement recreate();

    /** The name that somebody has given the element; empty where it has none. */
    public String givenName() {
        return "";
    }

    /**
     * The name of the element on pages and in alerts; empty where it has none.
     *
     * @param position in its list, from 1
     */
    public String label(int position) {
        return givenName();
    }
}
