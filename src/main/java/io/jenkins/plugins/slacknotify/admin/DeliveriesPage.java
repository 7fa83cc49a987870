package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Failure;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.engine.Deliveries;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.page.RowPage;
import io.jenkins.plugins.slacknotify.page.SlackTab;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The page Manage Jenkins » Slack » Deliveries: what waits and why, what was delivered, and what was not.
 *
 * <p>For administrators only, because it names jobs that others may not see.
 */
@Extension(ordinal = 30)
public class DeliveriesPage extends SlackTab {
    static final String URL = "deliveries";

    private static final Logger LOGGER = Logger.getLogger(DeliveriesPage.class.getName());

    /** The number of finished deliveries that people can still read and a browser can still show. */
    private static final int MAX_FINISHED = 500;

    public DeliveriesPage() {
        super(URL, "symbol-file-tray", Messages::DeliveriesPage_displayName);
    }

    /** The problems that keep messages from Slack now. */
    public List<Problem> getProblems() {
        return DeliveryProblemsMonitor.problems();
    }

    /**
     * Returns a page of the deliveries whose job, channel and state contain the given texts, the job by its name of now or of then: first those that wait for a person, then the
     * others, the newest first. The view calls it, which only administrators see.
     */
    public RowPage<DeliveryRow> page(String job, String channel, String state, String page) {
        return RowPage.of(rows(job, channel, state), page);
    }

    private static List<DeliveryRow> rows(
            @CheckForNull String job, @CheckForNull String channel, @CheckForNull String state) {
        return EngineLifecycle.get().engine().deliveries().latest(MAX_FINISHED).stream()
                .map(DeliveryRow::new)
                .filter(contains(job, row -> row.report().job()).or(contains(job, DeliveryRow::job)))
                .filter(contains(channel, row -> row.report().channel()))
                .filter(row -> Util.fixNull(state).isEmpty() || row.kind().equals(state))
                .sorted(Comparator.comparing(row -> !row.kind().equals("held")))
                .toList();
    }

    /** Returns a sentence where more wait than the page shows; empty where it shows all. */
    public String getMore() {
        int waiting = EngineLifecycle.get().engine().deliveries().waiting();
        return waiting > Deliveries.MAX_SHOWN ? Messages.DeliveriesPage_more(waiting, Deliveries.MAX_SHOWN) : "";
    }

    /** Returns the sentence for a problem. */
    public String describe(Problem problem) {
        return DeliveryProblemsMonitor.problemText(problem);
    }

    /** The links to where the wrong names of channels stand that are a problem. */
    public List<FixLink> placesOf(Problem problem) {
        return ChannelPlaceLinks.of(problem);
    }

    /** Returns the page's name for a state. */
    public String label(String kind) {
        return DeliveryRow.label(kind);
    }

    /** The states of deliveries that a reader can choose, to see only deliveries in that state. */
    public List<String> getKinds() {
        return DeliveryRow.KINDS;
    }

    private static Predicate<DeliveryRow> contains(@CheckForNull String text, Function<DeliveryRow, String> of) {
        String wanted = Util.fixNull(text).strip().toLowerCase(Locale.ROOT);
        return row -> {
            String found = of.apply(row).toLowerCase(Locale.ROOT);
            return found.contains(wanted) || BranchNames.readable(found).contains(wanted);
        };
    }

    /** Hands a delivery over again that was refused, discarded or came too late. */
    @POST
    public HttpResponse doSendAgain(@QueryParameter(required = true) String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        boolean sent = EngineLifecycle.get().engine().deliveries().sendAgain(id);
        return sent ? HttpResponses.forwardToPreviousPage() : new Failure(Messages.DeliveriesPage_gone());
    }

    /** Sends a delivery that is held or has failed to another channel. */
    @POST
    public HttpResponse doSendTo(
            @QueryParameter(required = true) String id, @QueryParameter(required = true) String channel) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String name;
        try {
            name = ChannelName.checked(channel);
        } catch (IllegalArgumentException invalid) {
            return new Failure(invalid.getMessage());
        }
        if (name == null) {
            return new Failure(Messages.DeliveriesPage_whichChannel());
        }
        if (!EngineLifecycle.get().engine().deliveries().sendTo(id, name)) {
            return new Failure(Messages.DeliveriesPage_gone());
        }
        LOGGER.info(() -> Jenkins.getAuthentication2().getName() + " has sent the delivery " + id + " to " + name);
        return HttpResponses.forwardToPreviousPage();
    }

    /** Discards a delivery that waits. */
    @POST
    public HttpResponse doDiscard(@QueryParameter(required = true) String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        boolean discarded = EngineLifecycle.get().engine().deliveries().discard(id);
        return discarded ? HttpResponses.forwardToPreviousPage() : new Failure(Messages.DeliveriesPage_gone());
    }

    /** Returns whether somebody has to decide on deliveries or builds that came with a copied home. */
    public boolean isCopy() {
        return CopiedHome.isUndecided();
    }

    /** Sends the deliveries that the other machine has left, each after a look in Slack. */
    @POST
    public HttpResponse doSendCopied() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return respond(CopiedHome::send);
    }

    /** Discards the deliveries and the running builds that the other machine has left. */
    @POST
    public HttpResponse doDiscardCopied() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return respond(CopiedHome::discard);
    }

    private static HttpResponse respond(WrittenDecision decision) {
        return decision.respond(".", Messages.DeliveriesPage_notWritten());
    }

    /** Tries all waiting deliveries at once, after a person has fixed a problem. */
    @POST
    public HttpResponse doRetry() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        EngineLifecycle.get().engine().retries().settingsChanged();
        return HttpResponses.redirectToDot();
    }

    /** Redirects to the message in Slack, whose address only Slack knows. Changes nothing, so it can be a link. */
    public HttpResponse doOpen(@QueryParameter(required = true) String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return toMessage(id);
    }

    /** Redirects to the message of a delivery in Slack. The caller has checked that the reader may follow it. */
    static HttpResponse toMessage(String id) {
        Optional<String> address = EngineLifecycle.get().engine().deliveries().permalink(id);
        return address.filter(it -> it.startsWith("https://"))
                .<HttpResponse>map(HttpResponses::redirectTo)
                .orElseGet(() -> new Failure(Messages.DeliveriesPage_noAddress()));
    }
}
