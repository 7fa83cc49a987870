package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.slacknotify.admin.installation.SetupGuide;
import io.jenkins.plugins.slacknotify.config.ConfiguredBot;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.installation.AppManifests;
import io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle;
import io.jenkins.plugins.slacknotify.page.SlackTab;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The page Manage Jenkins » Slack » App: how to make the app in Slack, and what its token may do. */
@Extension(ordinal = 100)
public class SlackAppPage extends SlackTab {
    static final String URL = "app";

    private static final String REQUESTS = "requests";

    public SlackAppPage() {
        super(URL, "symbol-cube", Messages::SlackAppPage_displayName);
    }

    /** Whether no app is there yet. Asks no credentials provider: one that hangs must not keep anybody from the other tabs. */
    @Override
    public boolean isStart() {
        return SlackNotifyConfiguration.get().credentialsIdInUse().isEmpty();
    }

    /** Returns the guide from nothing to the first message. */
    public SetupGuide guide(StaplerRequest2 request) {
        return SetupGuide.of(request);
    }

    /**
     * Returns what the page shows of the manifest.
     *
     * @param transport {@code http} or {@code socket}; null for the way that the settings choose
     */
    public ManifestSection manifests(@CheckForNull String transport) {
        return ManifestSection.of(transport);
    }

    /** Returns whether people may ask for anything. */
    public boolean isInbound() {
        return InboundLifecycle.get().status().running();
    }

    /** Returns whether an app has a signing secret, so that requests may come over HTTP. */
    public boolean isSigned() {
        return SlackNotifyConfiguration.get().inboundInEffect().isSigned();
    }

    /** Returns the table about requests from Slack; empty while everything is off. */
    public List<StatusRow> getRequestRows() {
        return InboundStatusRows.of(
                InboundLifecycle.get().status(), isSigned() ? AppManifests.requestUrl() : null, SlackAppPage::age);
    }

    private static String age(Instant moment) {
        return Util.getTimeSpanString(
                Math.max(0, Duration.between(moment, Instant.now()).toMillis()));
    }

    /** Sends a signed request to the address of this Jenkins, and shows the page again with the result. */
    @POST
    public HttpResponse doTestEndpoint() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return HttpResponses.forwardToView(this, "index")
                .with("endpoint", EndpointCheck.run(AppManifests.requestUrl()));
    }

    /** Has the requests done that a Jenkins on another machine has left, of which this home is a copy. */
    @POST
    public HttpResponse doReleaseCopied() {
        return decide(InboundLifecycle.get()::releaseCopied, REQUESTS);
    }

    /** Gives up the requests that a Jenkins on another machine has left, of which this home is a copy. */
    @POST
    public HttpResponse doDiscardCopied() {
        return decide(InboundLifecycle.get()::discardCopied, REQUESTS);
    }

    /** @param section where the page is shown again */
    private static HttpResponse decide(WrittenDecision decision, String section) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return decision.respond(".#" + section, Messages.SlackAppPage_notWritten());
    }

    /** Remembers that the app in Slack has the manifest that the page shows. */
    @POST
    public HttpResponse doRecordManifest(@QueryParameter String transport, @QueryParameter boolean orgWide) {
        return decide(
                () -> AppManifests.record().write(ManifestSection.of(transport).manifest(orgWide)), "manifest");
    }

    /**
     * Returns the rows of the table of scopes: what each scope is for, and whether the token has it.
     *
     * @param report the answer of Slack; null where nobody has asked
     */
    public List<ScopeRow> rows(@CheckForNull ScopeReport report) {
        return ScopeRow.of(SlackNotifyConfiguration.get().toScopeNeeds(), report == null ? null : report.granted());
    }

    /** Asks Slack for the scopes of every configured token, and shows the page again with the answers. */
    @POST
    public HttpResponse doCheckScopes() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        ScopeReport report = ScopeReport.ask(configuration.toScopeNeeds(), ConfiguredBot.ofSystem());
        List<ScopeReport> ofWorkspaces = configuration.getRouting().getWorkspaces().stream()
                .map(workspace ->
                        ScopeReport.ask(configuration.toScopeNeeds(workspace.getName()), ConfiguredBot.of(workspace)))
                .toList();
        return HttpResponses.forwardToView(this, "index").with("report", report).with("ofWorkspaces", ofWorkspaces);
    }
}
