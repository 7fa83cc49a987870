package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.json.JSONArray;

/**
 * An element of a list in a form or in Configuration as Code, which collects its own validation errors. Its constructor and its
 * setters throw nothing, as they do not know the element's position. Whoever accepts the whole list asks for the errors, and
 * reports them with their path.
 */
public abstract class ListElement {
    private static final Logger LOGGER = Logger.getLogger(ListElement.class.getName());

    /** The latest warnings of this process. */
    private static final LruCache<String, Boolean> WARNED = new LruCache<>(1_000);

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

    /**
     * The fields whose values were not accepted, each with an error that says what to do. Those of the {@link #children} are called as
     * {@code wordings[0].text}.
     */
    public final Map<String, String> validationErrors() {
        Map<String, String> all = new LinkedHashMap<>(ownErrors());
        children().forEach((list, children) -> {
            for (int index = 0; index < children.size(); index++) {
                String path = list + "[" + index + "].";
                children.get(index).validationErrors().forEach((field, error) -> all.put(path + field, error));
            }
        });
        return Collections.unmodifiableMap(all);
    }

    private Map<String, String> ownErrors() {
        return validationErrors == null ? Map.of() : validationErrors;
    }

    /** The lists of elements in this one, by the names of their fields; none unless a class has some. */
    protected Map<String, List<? extends ListElement>> children() {
        return Map.of();
    }

    /** Returns whether a field was not accepted. Such an element has no effect until it is corrected. */
    public boolean isInvalid() {
        return !validationErrors().isEmpty();
    }

    /** The sentence of a page about an element that is invalid; null for one that is not. */
    @CheckForNull
    public String getProblem() {
        return isInvalid()
                ? Messages.ListElement_problem(Sentences.join(validationErrors().values()))
                : null;
    }

    /**
     * Completes an element that was read from disk, and validates it as if its values were typed now. Somebody else than a form
     * may have written the file. An invalid value stays in the file, and is noted as an error; whoever has the list
     * {@linkplain #warnOfInvalid warns} of it, as nobody knows here whose it is.
     */
    protected final Object readResolve() {
        XmlDefaults.complete(this, blank());
        ListElement valid = recreate();
        validationErrors = new LinkedHashMap<>(valid.ownErrors());
        XmlDefaults.adopt(this, valid, field -> !validationErrors.containsKey(field));
        return this;
    }

    /**
     * Says in the log which elements of a list are invalid; of each once, as a list is looked at whenever somebody saves it.
     *
     * @param owner whose they are, such as {@code the job team/app}
     */
    public static void warnOfInvalid(String owner, List<? extends ListElement> elements) {
        for (int index = 0; index < elements.size(); index++) {
            ListElement element = elements.get(index);
            if (element.isInvalid()) {
                String name = element.getClass().getSimpleName() + " '" + element.label(index + 1) + "'";
                warnOnce("Without effect until it is corrected: " + name + " in the stored Slack notifications of "
                        + owner + ": " + element.validationErrors());
            }
        }
    }

    private static void warnOnce(String warning) {
        if (WARNED.get(warning).isEmpty()) {
            WARNED.put(warning, true);
            LOGGER.warning(warning);
        }
    }

    /**
     * Returns a copy, which notes the same errors. A value that somebody has written into the file, and that no setter takes, stands in
     * the copy as well: without it, a condition would be gone from the file, and a rule would be for more builds.
     */
    @SuppressWarnings("unchecked")
    public static <T extends ListElement> T copyOf(T element) {
        ListElement original = element;
        ListElement copy = original.recreate();
        copy.keepInvalid(original);
        Map<String, String> errors = new LinkedHashMap<>(original.ownErrors());
        errors.putAll(copy.ownErrors());
        copy.validationErrors = errors;
        return (T) copy;
    }

    /** Takes from another element of the same class the values that the setters of this one have refused. */
    protected final void keepInvalid(ListElement original) {
        Map<String, String> refused = ownErrors();
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
        if (!isInvalid()) {
            return true;
        }
        Optional<? extends ListElement> same =
                stored.stream().filter(before -> isUntouched(sent, before)).findFirst();
        same.ifPresent(this::putBack);
        return same.isPresent();
    }

    private boolean isUntouched(Map<?, ?> sent, ListElement before) {
        return ownErrors().keySet().stream()
                        .allMatch(field -> texts(sent.get(field)).equals(texts(XmlDefaults.value(before, field))))
                && invalidChildren()
                        .allMatch(child -> child.in(before)
                                .filter(one -> child.sent(sent).stream()
                                        .anyMatch(part -> child.element().isUntouched(part, one)))
                                .isPresent());
    }

    private void putBack(ListElement before) {
        Set<String> refused = Set.copyOf(ownErrors().keySet());
        if (!refused.isEmpty()) {
            keepInvalid(before);
            validationErrors.clear();
            before.ownErrors().forEach((field, error) -> {
                if (refused.contains(field)) {
                    validationErrors.put(field, error);
                }
            });
        }
        invalidChildren().forEach(child -> child.in(before).ifPresent(child.element()::putBack));
    }

    private record Child(String list, int index, ListElement element) {
        Optional<ListElement> in(ListElement other) {
            List<? extends ListElement> all = other.children().getOrDefault(list, List.of());
            return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
        }

        Optional<Map<?, ?>> sent(Map<?, ?> parent) {
            List<Object> all = FormLists.elements(parent.get(list));
            return index < all.size() && all.get(index) instanceof Map<?, ?> part
                    ? Optional.of(part)
                    : Optional.empty();
        }
    }

    private Stream<Child> invalidChildren() {
        return children().entrySet().stream()
                .flatMap(list -> IntStream.range(0, list.getValue().size())
                        .mapToObj(index ->
                                new Child(list.getKey(), index, list.getValue().get(index))))
                .filter(child -> child.element().isInvalid());
    }

    /**
     * Makes a warning of the error at a field, where saving takes what stands there because it is stored so, on the terms of
     * {@link #keepUntouched}.
     *
     * @param checked what is said of the value
     * @param stored the elements of the list
     * @param value as {@code keepUntouched} gets it: a text, or a list of texts
     */
    public static FormValidation softened(
            FormValidation checked, List<? extends ListElement> stored, String field, Object value) {
        boolean isKept = checked.kind == FormValidation.Kind.ERROR
                && stored.stream().anyMatch(element -> texts(value).equals(texts(XmlDefaults.value(element, field))));
        return isKept ? FieldValidation.kept(checked) : checked;
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

    /** Returns a new element that gets the values of this one through its constructor. By default, the constructor takes none. */
    protected ListElement construct() {
        return blank();
    }

    /** Returns a new element that gets the values of this one through its constructor and its setters. */
    private ListElement recreate() {
        return XmlDefaults.set(this, construct());
    }

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
