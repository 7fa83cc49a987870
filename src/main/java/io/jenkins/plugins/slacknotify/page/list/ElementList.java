package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Describable;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.page.RowPage;
import io.jenkins.plugins.slacknotify.page.SaveResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.verb.POST;

/**
 * A list of the routing as a page shows it: a table that is searched and turned over, and whose elements are moved, switched off,
 * duplicated and deleted. Each element has an {@link ElementPage} of its own, at its position.
 *
 * <p>What somebody does to an element is done to that element, wherever it stands meanwhile. Where somebody else has changed it, nothing
 * is done, and the answer says so.
 */
public final class ElementList<T extends ListElement & Describable<T>> {
    private final ListTab tab;
    private final RoutingList<T> list;

    ElementList(ListTab tab, RoutingList<T> list) {
        this.tab = tab;
        this.list = list;
    }

    public ListTab getTab() {
        return tab;
    }

    public String getId() {
        return list.id();
    }

    /** The segment of the addresses of the elements, before their positions. */
    public String getSegment() {
        return list.segment();
    }

    /** Returns a text of the page, as {@link RoutingList#text} does. */
    public String text(String name) {
        return list.text(name);
    }

    /** Whether it matters in which order the elements stand. */
    public boolean isOrdered() {
        return list.equals(RoutingList.RULES);
    }

    public List<String> getHeadings() {
        return list.columns().stream().map(column -> column.heading().get()).toList();
    }

    /** The part of the list for which the address asks. */
    public ElementSearch<T> getShown() {
        String text = Util.fixNull(Stapler.getCurrentRequest2().getParameter(getId() + "-search"))
                .strip();
        return new ElementSearch<>(elements(), list.columns(), text, page());
    }

    private int page() {
        return RowPage.number(Stapler.getCurrentRequest2().getParameter(getId() + "-page"))
                .orElse(1);
    }

    RoutingList<T> list() {
        return list;
    }

    List<T> elements() {
        return list.of(SlackNotifyConfiguration.get().getRouting());
    }

    /** Finds the page of an element by its position, from 1, or that of a new one. */
    @CheckForNull
    public ElementPage<T> getDynamic(String position) {
        if (position.equals("new")) {
            return new ElementPage<>(this, 0, null);
        }
        List<T> elements = elements();
        int index = position.matches("\\d{1,6}") ? Integer.parseInt(position) - 1 : -1;
        return index >= 0 && index < elements.size() ? new ElementPage<>(this, index + 1, elements.get(index)) : null;
    }

    /**
     * Moves an element to another position, from 1.
     *
     * @param search what the list shown is searched for; null or empty for nothing
     * @param page the page that is shown of it, from 1
     */
    @POST
    public HttpResponse doMove(
            @QueryParameter String position,
            @QueryParameter String version,
            @QueryParameter int to,
            @QueryParameter String search,
            @QueryParameter String page) {
        return change(position, version, search, page, (elements, index) -> {
            T moved = elements.remove(index.intValue());
            int target = Math.max(0, Math.min(to - 1, elements.size()));
            elements.add(target, moved);
            return target;
        });
    }

    /**
     * Switches a rule off, or on again.
     *
     * @param search as of {@link #doMove}
     * @param page as of {@link #doMove}
     */
    @POST
    public HttpResponse doSwitch(
            @QueryParameter String position,
            @QueryParameter String version,
            @QueryParameter String search,
            @QueryParameter String page) {
        return change(position, version, search, page, (elements, index) -> {
            if (elements.get(index) instanceof RuleConfig rule) {
                elements.set(index, list.type().cast(switched(rule)));
            }
            return index;
        });
    }

    /**
     * Returns a copy of a rule that is switched off if the rule is on, and on if it is off. What is invalid in it stays as somebody has
     * written it.
     */
    static RuleConfig switched(RuleConfig rule) {
        RuleConfig copy = ListElement.copyOf(rule);
        copy.setDisabled(!rule.isDisabled());
        return copy;
    }

    @POST
    public HttpResponse doDelete(@QueryParameter String position, @QueryParameter String version) {
        return change(position, version, null, null, (elements, index) -> {
            elements.remove(index.intValue());
            return index;
        });
    }

    /** @param change changes the list, and returns the index of the row to show */
    private HttpResponse change(
            String position,
            String version,
            @CheckForNull String search,
            @CheckForNull String page,
            BiFunction<List<T>, Integer, Integer> change) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        SlackNotifyConfiguration settings = SlackNotifyConfiguration.get();
        try {
            return SettingsChange.decide(settings, () -> {
                SystemRouting routing = settings.getRouting();
                List<T> elements = new ArrayList<>(list.of(routing));
                OptionalInt index = ElementKey.parse(position, version).find(elements);
                if (index.isEmpty()) {
                    return SaveResponse.conflict(Messages.ElementList_gone());
                }
                int shown = change.apply(elements, index.getAsInt());
                List<RoutingProblem> problems = new RoutingEditor(settings)
                        .apply(list.replaced(routing, elements), settings.getInbound(), null);
                return problems.isEmpty()
                        ? SaveResponse.saved("../" + address(getId(), shown, search, page))
                        : SaveResponse.refused(problems);
            });
        } catch (IOException e) {
            return SaveResponse.notSaved(e);
        }
    }

    /** The address of the row of an element, relative to the tab. */
    String address(int index) {
        return address(getId(), index, null, null);
    }

    /**
     * The address of the row of an element in the part of the list that somebody has before them, relative to the tab. The row need not be
     * in that part any more.
     *
     * @param page that of the search, from 1; otherwise that of the whole list with the row
     */
    static String address(String list, int index, @CheckForNull String search, @CheckForNull String page) {
        String text = Util.fixNull(search).strip();
        String query = text.isEmpty() ? "" : list + "-search=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&";
        int shown = RowPage.number(page).orElse(index / RowPage.SIZE + 1);
        return "?" + query + list + "-page=" + shown + "#" + list + "-" + (index + 1);
    }
}
