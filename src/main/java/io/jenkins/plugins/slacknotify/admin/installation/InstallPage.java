package io.jenkins.plugins.slacknotify.admin.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.RootAction;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.installation.AppInstaller;
import io.jenkins.plugins.slacknotify.config.installation.RedirectAddress;
import io.jenkins.plugins.slacknotify.config.installation.RefusedException;
import io.jenkins.plugins.slacknotify.config.installation.TokenSlot;
import io.jenkins.plugins.slacknotify.config.installation.TokenSlots;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.installation.PendingGrants;
import io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle;
import java.time.Duration;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/**
 * The page of an installation: it sends the browser of an administrator to Slack, takes what comes back, and shows it until it is
 * confirmed. Its address stands in the manifests of apps.
 *
 * <p>What Slack sends is exchanged at once, and the browser goes on to an address without it: a code in the address is used up
 * before anybody can see it in a history.
 */
@Extension
public class InstallPage implements RootAction, StaplerProxy {
    /** The page that has the guide, below the root of Jenkins. */
    private static final String GUIDE = "/manage/slack/app/#setup";

    /** How long the way to the guide waits at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** {@inheritDoc} None: the page stands in no menu. */
    @Override
    @CheckForNull
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.InstallPage_displayName();
    }

    @Override
    public String getUrlName() {
        return RedirectAddress.PAGE;
    }

    /** {@inheritDoc} Everything here is for administrators. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return this;
    }

    /** Returns the steps of the guide that are done by a form. */
    public SetupActions getSetup() {
        return new SetupActions();
    }

    /** Redirects the browser to the setup guide, as soon as changed settings count: it has alerts about them. */
    static HttpResponse toGuide(StaplerRequest2 request) {
        try {
            InboundLifecycle.get().awaitChange(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HttpResponses.redirectTo(request.getContextPath() + GUIDE);
    }

    /** Names the session and the account, which have to be the same when the browser comes back. */
    static String session(StaplerRequest2 request) {
        User user = User.current();
        return request.getSession().getId() + " " + (user == null ? "" : user.getId());
    }

    /**
     * Sends the browser to Slack. It is a link and no form, because browsers keep forms from being sent on to other hosts. It changes
     * nothing: a state is made that serves this session alone.
     */
    @GET
    public HttpResponse doBegin(StaplerRequest2 request, @QueryParameter String app) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            return HttpResponses.redirectTo(AppInstaller.get()
                    .begin(Util.fixEmptyAndTrim(app), session(request))
                    .toString());
        } catch (RefusedException e) {
            SetupNotice.bad(request, e.getMessage());
            return toGuide(request);
        }
    }

    /** Takes what Slack has sent with the browser. Slack knows no other way than a GET; the state makes it one of ours. */
    @GET
    public HttpResponse doCallback(
            StaplerRequest2 request,
            @QueryParameter String code,
            @QueryParameter String state,
            @QueryParameter String error) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            AppInstaller.get()
                    .take(
                            Util.fixEmptyAndTrim(code),
                            Util.fixEmptyAndTrim(state),
                            Util.fixEmptyAndTrim(error),
                            session(request));
            return HttpResponses.redirectTo(request.getContextPath() + "/" + RedirectAddress.PAGE + "/");
        } catch (RefusedException e) {
            SetupNotice.bad(request, e.getMessage());
            return toGuide(request);
        }
    }

    /** Returns the grant that the session has yet to confirm, for the view; null where there is none. */
    @CheckForNull
    public ShownGrant grant(StaplerRequest2 request) {
        return AppInstaller.get().pending(session(request)).map(ShownGrant::of).orElse(null);
    }

    /** Returns what went wrong with the latest attempt to confirm; null for nothing. */
    @CheckForNull
    public SetupNotice notice(StaplerRequest2 request) {
        return SetupNotice.take(request);
    }

    /**
     * The grant that waits to be confirmed, as the view reads it.
     *
     * @param proposed the place that is offered first
     * @param name a name that a new workspace could have
     */
    public record ShownGrant(PendingGrants.Pending pending, List<TokenSlot> places, TokenSlot proposed, String name) {
        public ShownGrant {
            places = List.copyOf(places);
        }

        private static ShownGrant of(PendingGrants.Pending pending) {
            TokenSlots places = new TokenSlots(SlackNotifyConfiguration.get());
            return new ShownGrant(
                    pending,
                    places.all(),
                    places.proposed(pending.grant()),
                    places.freeName(pending.grant().owner().name()));
        }

        /** The names of the scopes that Slack has granted, in one line. */
        public String scopes() {
            return String.join(", ", pending.grant().scopes());
        }
    }

    /** Confirms the grant of the session, so that its token is written into a credential. */
    @POST
    public HttpResponse doKeep(
            StaplerRequest2 request,
            @QueryParameter String id,
            @QueryParameter String place,
            @QueryParameter String name,
            @QueryParameter String teamId) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String session = session(request);
        try {
            Installation installation = AppInstaller.get().keep(session, id, place, name, Util.fixEmptyAndTrim(teamId));
            SetupNotice.good(
                    request, Messages.InstallPage_kept(installation.owner().name(), installation.credentialsId()));
            return toGuide(request);
        } catch (RefusedException e) {
            SetupNotice.bad(request, e.getMessage());
            return AppInstaller.get().pending(session).isPresent()
                    ? HttpResponses.redirectTo(request.getContextPath() + "/" + RedirectAddress.PAGE + "/")
                    : toGuide(request);
        }
    }

    /** Forgets the grant of the session. */
    @POST
    public HttpResponse doForget(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        AppInstaller.get().forget(session(request));
        SetupNotice.good(request, Messages.InstallPage_forgotten());
        return toGuide(request);
    }
}
