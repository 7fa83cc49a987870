package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ElementForm;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.rules.RoutingForm;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.page.SaveResponse;
import io.jenkins.plugins.slacknotify.page.SettingsVersion;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
public final class ElementPage<T extends ListElement & Describable<T>> implements ElementForm {
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
        return element == null ? parent.text("added") : ElementSearch.label(element, position);
    }

    public ElementList<T> getParent() {
        return parent;
    }

    /** {@inheritDoc} An element without effect is not kept so, as its page is there to correct it. */
    @Override
    public FormValidation softened(FormValidation checked, String field, String value) {
        return element == null || element.isInvalid()
                ? checked
                : ListElement.softened(checked, List.of(element), field, value);
    }

    /** The position from 1; 0 for a new element. */
    public int getPosition() {
        return position;
    }

    /** The position that the form offers: the present one of the element, or for a new element the one after the last. */
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

    /**
     * The problem that keeps an element from having an effect, which its form need not show; null for none. A copy of it would have an
     * effect without what is wrong.
     *
     * @param shown what {@link #shown} has returned
     */
    @CheckForNull
    public String problemOf(@CheckForNull T shown) {
        return shown == null ? null : shown.getProblem();
    }

    /** The version of the element that the form shows; empty for a new one. */
    public String getVersion() {
        return element == null ? "" : SettingsVersion.of(element);
    }

    /** The name that the element has now; empty where it has none. */
    public String getFormerName() {
        return element == null ? "" : element.givenName();
    }

    /**
     * Saves the form. Where somebody else has changed or deleted the element meanwhile, nothing is saved; with {@code overwrite} the form
     * then replaces the only element of that name. Where it has no name, or not one element has it, any other might be a stranger's, so
     * the form becomes a new element at its position.
     */
    @POST
    public HttpResponse doSave(StaplerRequest2 request) throws ServletException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        JSONObject form = request.getSubmittedForm();
        T given = read(request, form);
        String formerName = form.optString("formerName");
        String after = given.givenName();
        int waiting = isWorkspace() && ReferenceUpdater.isRenamed(formerName, after)
                ? WorkspaceReferences.allWaitingIn(formerName)
                : 0;
        if (waiting > 0) {
            return SaveResponse.refused(List.of(new RoutingProblem(
                    parent.getId(), 0, formerName, "name", Messages.ElementPage_waiting(waiting, formerName))));
        }
        SlackNotifyConfiguration settings = SlackNotifyConfiguration.get();
        boolean overwrites = "true".equals(request.getParameter("overwrite"));
        Outcome outcome;
        try {
            outcome = SettingsChange.decide(settings, () -> save(settings, given, form, overwrites));
        } catch (IOException e) {
            return SaveResponse.notSaved(e);
        }
        if (outcome.isRenamed()) {
            WorkspaceReferences.allRenamed(formerName, after);
        }
        return outcome.response();
    }

    /** @param isRenamed whether a workspace has another name now */
    private record Outcome(HttpResponse response, boolean isRenamed) {
        private static Outcome unchanged(HttpResponse response) {
            return new Outcome(response, false);
        }
    }

    private Outcome save(SlackNotifyConfiguration settings, T given, JSONObject form, boolean overwrites) {
        SystemRouting routing = settings.getRouting();
        List<T> elements = new ArrayList<>(parent.list().of(routing));
        String formerName = form.optString("formerName");
        String after = given.givenName();
        int index = find(elements, form.optString("version"));
        if (index < 0 && position != 0) {
            index = named(elements, formerName);
            if (!overwrites) {
                return Outcome.unchanged(SaveResponse.conflict(
                        index < 0 ? Messages.ElementPage_conflictAdds() : Messages.ElementPage_conflict()));
            }
        }
        String before = index < 0 ? "" : formerName;
        int target = put(elements, index, given, newPosition(form.optString("newPosition"), index));
        SystemRouting changed =
                ReferenceUpdater.update(parent.list().replaced(routing, elements), parent.list(), before, after);
        InboundConfig inbound = ReferenceUpdater.update(settings.getInbound(), parent.list(), before, after);
        List<RoutingProblem> problems = new RoutingEditor(settings).apply(changed, inbound, given);
        if (!problems.isEmpty()) {
            return Outcome.unchanged(SaveResponse.refused(problems));
        }
        boolean isRenamed = isWorkspace() && ReferenceUpdater.isRenamed(before, after);
        if (isRenamed) {
            settings.workspaceRenamed(before, after);
        }
        return new Outcome(SaveResponse.saved("../../" + parent.address(target)), isRenamed);
    }

    private boolean isWorkspace() {
        return parent.getId().equals(RoutingList.WORKSPACES.id());
    }

    private int find(List<T> elements, String version) {
        return new ElementKey(position, version).find(elements).orElse(-1);
    }

    /** @return the index of the only element of that name; -1 where there is none, or there are several, or the name is empty */
    static int named(List<? extends ListElement> elements, String name) {
        int[] found = IntStream.range(0, elements.size())
                .filter(index ->
                        !name.isEmpty() && elements.get(index).givenName().equals(name))
                .toArray();
        return found.length == 1 ? found[0] : -1;
    }

    /**
     * The position, from 1, to which the element goes; empty for that of the element that it replaces.
     *
     * @param typed what the form has
     * @param index that of the element that it replaces; negative where it replaces none
     */
    private OptionalInt newPosition(String typed, int index) {
        if (parent.isOrdered() && typed.matches("\\d{1,6}")) {
            int to = Integer.parseInt(typed);
            return index >= 0 && to == position ? OptionalInt.empty() : OptionalInt.of(to);
        }
        return index < 0 && position > 0 ? OptionalInt.of(position) : OptionalInt.empty();
    }

    /**
     * Puts an element in the place of another one, or adds it.
     *
     * @param index that of the element that it replaces; negative where it replaces none
     * @param to the position to which it goes, from 1, or the end where there are fewer; empty for the index, or for the end
     * @return the index at which it is then
     */
    static <T> int put(List<T> elements, int index, T given, OptionalInt to) {
        if (index >= 0) {
            elements.remove(index);
        }
        int wanted = to.isPresent() ? to.getAsInt() - 1 : index < 0 ? elements.size() : index;
        int target = Math.max(0, Math.min(wanted, elements.size()));
        elements.add(target, given);
        return target;
    }

    private T read(StaplerRequest2 request, JSONObject form) {
        JSONObject lists = new JSONObject();
        JSONArray one = new JSONArray();
        one.add(form);
        lists.put(parent.getId(), one);
        RoutingForm.complete(lists);
        JSONObject sent = lists.getJSONArray(parent.getId()).getJSONObject(0);
        T given = request.bindJSON(parent.list().type(), sent);
        given.keepUntouched(sent, element == null ? List.of() : List.of(element));
        return given;
    }
}
