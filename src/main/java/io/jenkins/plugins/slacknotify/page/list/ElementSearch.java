package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.TemplateConfig;
import io.jenkins.plugins.slacknotify.page.RowPage;
import io.jenkins.plugins.slacknotify.page.SettingsVersion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The part of a list that a page shows: the elements that contain a text, and of these a page. It has getters, because views read those.
 *
 * <p>Only the rows of the page get a version, which is the dear part of a row.
 */
public final class ElementSearch<T extends ListElement> {
    private final List<T> elements;
    private final List<ElementColumn<T>> columns;
    private final String text;
    private final RowPage<Integer> found;
    private final Function<Object, String> versions;

    /**
     * @param text what the elements contain; empty for all
     * @param page from 1; another one where there is no such page
     */
    ElementSearch(List<T> elements, List<ElementColumn<T>> columns, String text, int page) {
        this(elements, columns, text, page, SettingsVersion::of);
    }

    /** @param versions the version of an element, in place of {@link SettingsVersion}, which needs the XStream of Jenkins */
    ElementSearch(
            List<T> elements,
            List<ElementColumn<T>> columns,
            String text,
            int page,
            Function<Object, String> versions) {
        this.elements = elements;
        this.columns = columns;
        this.text = text;
        this.versions = versions;
        this.found = new RowPage<>(
                IntStream.range(0, elements.size())
                        .filter(index -> text.isEmpty() || contains(index))
                        .boxed()
                        .toList(),
                page);
    }

    private boolean contains(int index) {
        return row(index, "").contains(text) || ids(elements.get(index)).anyMatch(text::equalsIgnoreCase);
    }

    /** The words in an element as they are written in YAML and in commands, where a cell has the names of a form. */
    private static Stream<String> ids(ListElement element) {
        if (element instanceof RuleConfig rule) {
            return Stream.of(rule.getEvents(), rule.getBranchKinds(), rule.getCauses())
                    .flatMap(List::stream);
        }
        return element instanceof TemplateConfig template
                ? template.getWordings().stream().flatMap(wording -> wording.getEvents().stream())
                : Stream.empty();
    }

    /** The rows of the elements on this page of the result. */
    public List<ElementRow> getRows() {
        return found.rows().stream()
                .map(index -> row(index, versions.apply(elements.get(index))))
                .toList();
    }

    /** The position of the row above a row, on whichever page; 0 where there is none. */
    public int above(ElementRow row) {
        int at = found.all().indexOf(row.key().position() - 1);
        return at > 0 ? found.all().get(at - 1) + 1 : 0;
    }

    /** The position of the row below a row, on whichever page; 0 where there is none. */
    public int below(ElementRow row) {
        int at = found.all().indexOf(row.key().position() - 1);
        return at >= 0 && at + 1 < found.all().size() ? found.all().get(at + 1) + 1 : 0;
    }

    public String getText() {
        return text;
    }

    public int getPage() {
        return found.page();
    }

    /** The page of what was found, by the indexes of the elements. */
    public RowPage<Integer> getRowPage() {
        return found;
    }

    public int getFound() {
        return found.all().size();
    }

    public int getTotal() {
        return elements.size();
    }

    private ElementRow row(int index, String version) {
        T element = elements.get(index);
        List<ElementRow.Cell> cells = columns.stream()
                .map(column -> new ElementRow.Cell(
                        column.heading().get(), column.lines().apply(element)))
                .toList();
        boolean disabled = element instanceof RuleConfig rule && rule.isDisabled();
        return new ElementRow(
                new ElementKey(index + 1, version),
                label(element, index + 1),
                note(element, disabled),
                cells,
                disabled);
    }

    /** The name of an element, or its number where its kind has none. */
    static String label(ListElement element, int position) {
        String label = element.label(position);
        return label.isEmpty() ? Messages.ElementSearch_unnamed(position) : label;
    }

    private static String note(ListElement element, boolean disabled) {
        if (element.isInvalid()) {
            return element.getProblem();
        }
        return disabled ? Messages.ElementSearch_disabled() : null;
    }
}
