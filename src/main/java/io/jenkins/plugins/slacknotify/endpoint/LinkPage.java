package io.jenkins.plugins.slacknotify.endpoint;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.RootAction;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequest;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.personal.SignInAge;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.access.AccessDeniedException;

/**
 * The page on which the owner of an account confirms that a member of Slack may act for it. Its address has a code that only the
 * member was shown.
 *
 * <p>Whoever opens it has to be signed in, sees whose address it is, and confirms by a POST with a crumb. So nobody gives away the
 * rights of their account by a click on somebody else's link.
 */
@Extension
public class LinkPage implements RootAction, StaplerProxy {
    private static final Logger LOGGER = Logger.getLogger(LinkPage.class.getName());

    private final SlackGateway gateway = SharedSlackClient.interactiveGateway();
    private final BotConnections bots = InstalledBots.shared();
    private final MemberPictures pictures = new MemberPictures();

    /** {@inheritDoc} None: the page stands in no menu. */
    @Override
    @CheckForNull
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.LinkPage_displayName();
    }

    @Override
    public String getUrlName() {
        return SlackLinks.PAGE;
    }

    /**
     * {@inheritDoc} Whoever is not signed in is sent to sign in first, and comes back. A token or password in the header opens nothing
     * here.
     */
    @Override
    public Object getTarget() {
        if (User.current() == null) {
            throw new AccessDeniedException(Messages.LinkPage_signIn());
        }
        if (SlackLinks.isOpenedByHeader()) {
            throw HttpResponses.errorWithoutStack(HttpURLConnection.HTTP_FORBIDDEN, Messages.LinkPage_token());
        }
        return this;
    }

    /**
     * A member of Slack as the page shows them.
     *
     * @param name that Slack shows
     * @param picture as a {@code data:} address; null where there is none to be shown
     */
    public record ShownMember(
            String name,
            String id,
            String workspace,
            String workspaceId,
            @CheckForNull String picture) {}

    /** The account of whoever looks at the page. */
    public User getAccount() {
        User user = User.current();
        if (user == null) {
            throw new AccessDeniedException(Messages.LinkPage_signIn());
        }
        return user;
    }

    /** Returns whether the code is one that is valid at this moment. */
    public boolean isValid(@CheckForNull String code) {
        return code != null && SlackLinks.get().requests().look(code).isPresent();
    }

    /**
     * Returns the member to whom a code was sent, with the profile for which Slack is asked. Returns null where the code is not valid, or
     * Slack does not answer. The view calls it.
     */
    @CheckForNull
    public ShownMember member(@CheckForNull String code) {
        return Optional.ofNullable(code)
                .flatMap(each -> SlackLinks.get().requests().look(each))
                .flatMap(this::ask)
                .orElse(null);
    }

    private Optional<ShownMember> ask(LinkRequest request) {
        SlackConnection connection = bots.find(request.installation()).orElse(null);
        if (connection == null) {
            return Optional.empty();
        }
        Optional<MemberProfile> profile =
                gateway.profile(connection, request.member()).success().flatMap(each -> each);
        Optional<BotIdentity> bot = gateway.identify(connection).success();
        return profile.flatMap(member -> bot.map(identity -> new ShownMember(
                member.user().name(),
                request.member(),
                identity.workspace(),
                request.installation().id().orElse(identity.teamId()),
                pictures.find(member.picture(), connection.apiUrl()).orElse(null))));
    }

    /** The account, beside that of the reader, that the member is linked with now; null where there is none. */
    public boolean isLinkedElsewhere(ShownMember member) {
        return SlackLinks.get()
                .owner(member.workspaceId(), member.id())
                .filter(owner -> !owner.getId().equals(getAccount().getId()))
                .isPresent();
    }

    /** Returns whether a member may act only when the owner of the account has signed in once more. The view calls it. */
    public boolean isSignInMissing(ShownMember member) {
        try {
            return SlackLinks.get().find(member.workspaceId(), member.id()) instanceof AccountLinks.State.Usable usable
                    && usable.hasOldGroups(SignInAge.limit(), Instant.now());
        } catch (AccountsUnavailableException e) {
            return false; // The link is made all the same, and each request asks the security realm anew.
        }
    }

    /**
     * Links the account of whoever is signed in with the member whose code it is, once. A double click sends the confirmation twice, and
     * the browser shows the answer to the second one, which is that of the first.
     */
    @POST
    public HttpResponse doConfirm(@QueryParameter(required = true) String code) {
        LinkRequests requests = SlackLinks.get().requests();
        Optional<ShownMember> member =
                requests.look(code).or(() -> requests.redeemed(code)).flatMap(this::ask);
        try {
            return member.isPresent() && link(getAccount(), code, member.get())
                    ? HttpResponses.forwardToView(this, "done").with("member", member.get())
                    : HttpResponses.forwardToView(this, "index");
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The account " + getAccount().getId() + " could not be linked");
            return HttpResponses.forwardToView(this, "index").with("notSaved", Messages.LinkPage_notSaved());
        }
    }

    /** Returns whether a code has linked an account with a member, now or a moment ago. */
    private static boolean link(User account, String code, ShownMember member) throws IOException {
        SlackLinks links = SlackLinks.get();
        synchronized (links) {
            LinkRequests requests = links.requests();
            boolean isLinkedNow = requests.redeem(
                            code,
                            () -> links.link(
                                    account, member.workspaceId(), member.id(), member.name(), member.workspace()))
                    .isPresent();
            return isLinkedNow
                    || (requests.redeemed(code).isPresent()
                            && links.owner(member.workspaceId(), member.id())
                                    .filter(owner -> owner.getId().equals(account.getId()))
                                    .isPresent());
        }
    }
}
