package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.slacknotify.page.PageTime;
import io.jenkins.plugins.slacknotify.page.RowPage;
import io.jenkins.plugins.slacknotify.page.SlackTab;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The page Manage Jenkins » Slack » Accounts: the links between members of Slack and accounts, each with a button to end it. */
@Extension(ordinal = 50)
public class AccountLinksPage extends SlackTab {
    static final String URL = "accounts";

    public AccountLinksPage() {
        super(URL, "symbol-id-card", Messages::AccountLinksPage_displayName);
    }

    /** One link, as the view reads it. */
    public record LinkRow(SlackLinks.LinkedUser linked) {
        /** When the link was made; null where a file does not say it. */
        @CheckForNull
        public PageTime linkedAt() {
            Instant made = linked.link().madeAt();
            return made.equals(Instant.EPOCH) ? null : PageTime.of(made);
        }
    }

    /** A page of the links, by account. The view calls it, which only administrators see. */
    public RowPage<LinkRow> page(String page) {
        return RowPage.of(SlackLinks.get().all().stream().map(LinkRow::new).toList(), page);
    }

    /** Ends a link at once. */
    @POST
    public HttpResponse doRevoke(
            @QueryParameter(required = true) String installation, @QueryParameter(required = true) String member) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        SlackLinks.get().unlink(installation, member);
        return HttpResponses.forwardToPreviousPage();
    }
}
