package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.ModelObject;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.RoutingForm;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.page.SaveResponse;
import io.jenkins.plugins.slacknotify.page.Version;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The page with the form of one element of a list, such as a rule. A new one may start as a copy of another: its address then has
 * {@code ?copy=} with the position of that one.
 */
public final class ElementPage<T extends ListElement & Describable<T>> implements ModelObject {
    private final ElementList<T> parent;
    private final int position;

    @CheckForNull
    private final T element;

    /** @param position from 1; 0 for a new element, which is null */
    ElementPage(ElementList<T> parent, int position, @CheckForNull T element) {
        this.parent = parent;
        this.position = position;
        this.element = element;
    }

    @Override
    public String getDisplayName() {
        return element == null ? parent.getAdded() : element.label(position);
    }

    public ElementList<T> getParent() {
        return parent;
    }

    /** The position from 1; 0 for a new element. */
    public int getPosition() {
        return position;
    }

    /** The position that the form offers: its own, or the one after the last. */
    public int getOfferedPosition() {
        return position == 0 ? parent.elements().size() + 1 : position;
    }

    public Descriptor<?> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(parent.list().type());
    }

    /**
     * Returns the element whose values the form shows.
     *
     * @param copy the position of the one of which a new one is a copy; null for none
     */
    @CheckForNull
    public T shown(@CheckForNull String copy) {
        if (element != null || Util.fixEmptyAndTrim(copy) == null) {
            return element;
        }
        ElementPage<T> original = parent.getDynamic(copy);
        return original == null ? null : original.element;
    }

    /** The version of the element that the form shows; empty for a new one. */
    public String getVersion() {
        return element == null ? "" : Version.of(element);
    }

    /** The name that the element has now; empty where it has none. */
    public String getFormerName() {
        return element == null ? "" : element.label(0);
    }

    /**
     * Saves the form. Where somebody else has changed or deleted the element meanwhile, nothing is saved; with {@code overwrite} the form
     * then replaces the element of that name, and becomes a new one where there is none.
     */
    @POST
    public HttpResponse doSave(StaplerRequest2 request) throws ServletException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        JSONObject form = request.getSubmittedForm();
        T given = read(request, form);
        SlackNotifyConfiguration settings = SlackNotifyConfiguration.get();
        synchronized (settings) {
            SystemRouting routing = settings.getRouting();
            List<T> elements = new ArrayList<>(parent.list().of(routing));
            String formerName = form.optString("formerName");
            int index = find(elements, form.optString("version"));
            if (index < 0 && position != 0) {
                if (!"true".equals(request.getParameter("overwrite"))) {
                    return SaveResponse.conflict(Messages.ElementPage_conflict());
                }
                index = named(elements, formerName);
            }
            int target = put(elements, index, given, form.optString("newPosition"));
            SystemRouting changed = Renaming.follow(
                    parent.list().replaced(routing, elements),
                    parent.list(),
                    index < 0 ? "" : formerName,
                    given.label(0));
            List<RoutingProblem> problems = new RoutingEditor(settings).apply(changed, given);
            return problems.isEmpty()
                    ? SaveResponse.saved("../../" + parent.address(target))
                    : SaveResponse.refused(problems);
        }
    }

    private int find(List<T> elements, String version) {
        return new ElementKey(position, version).find(elements).orElse(-1);
    }

    private int named(List<T> elements, String name) {
        return IntStream.range(0, elements.size())
                .filter(index -> elements.get(index).label(0).equals(name))
                .findFirst()
                .orElse(-1);
    }

    /** Puts an element in the place of another one, or adds it where the index is negative, and moves it where the form asks for that. */
    private int put(List<T> elements, int index, T given, String to) {
        int target = index;
        if (index < 0) {
            target = elements.size();
        } else {
            elements.remove(index);
        }
        boolean moves = parent.isOrdered() && to.matches("\\d{1,6}") && Integer.parseInt(to) != position;
        if (moves) {
            target = Math.max(0, Math.min(Integer.parseInt(to) - 1, elements.size()));
        }
        elements.add(target, given);
        return target;
    }

    private T read(StaplerRequest2 request, JSONObject form) {
        JSONObject lists = new JSONObject();
        JSONArray one = new JSONArray();
        one.add(form);
        lists.put(parent.getId(), one);
        RoutingForm.complete(lists);
        return request.bindJSON(
                parent.list().type(), lists.getJSONArray(parent.getId()).getJSONObject(0));
    }
}
