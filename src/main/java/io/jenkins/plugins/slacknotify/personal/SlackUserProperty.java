package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.User;
import hudson.model.UserProperty;
import hudson.model.UserPropertyDescriptor;
import hudson.model.userproperty.UserPropertyCategory;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormBinding;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.MessageLanguageChoices;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.form.UserTimeZone;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.config.people.PreferencesConfig;
import io.jenkins.plugins.slacknotify.memory.Freshness;
import io.jenkins.plugins.slacknotify.people.policy.PeopleInputValidator;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * User property with the settings of direct messages: the user's identity in Slack, preferences, quiet jobs and a pause. It is stored in
 * the user's {@code config.xml}.
 *
 * <p>The identity that a user enters is a claim. It has an effect only once it is {@linkplain #prove proven}; no form and no file of
 * Configuration as Code can do that.
 */
public class SlackUserProperty extends UserProperty {
    private String slackId;
    private String proven;

    /** The e-mail address that the account had when that was proven; null where it had none, or an earlier version has stored it. */
    private String provenWith;

    /** See {@link #distrust}. */
    private volatile String fromCommit;

    /** Replaced as a whole: many threads read it. */
    private volatile List<SlackMemberLink> links = new ArrayList<>();

    /** When the user last signed in, as far as this was seen; null where it was not. */
    private String lastSignIn;

    /** The groups of that sign-in, where the security realm has not told Jenkins of it; otherwise null, as Jenkins keeps them. */
    private List<String> signInGroups;

    /** The class of the realm that has told them: those of another one say nothing. */
    private String signInRealm;

    private PreferencesConfig choice;
    private List<String> quietJobs = new ArrayList<>();
    private String pausedUntil;
    private boolean dailyReminder;

    /** The last day for which a reminder was sent, as {@code 2026-03-01}; null where none was. */
    private String remindedOn;

    /** The sign-in after which the user was told that nobody is reminded until the next one; null where that was never so. */
    @CheckForNull
    private String pausedAfter;

    private boolean onlyOnce;
    private String language;

    @DataBoundConstructor
    public SlackUserProperty() {
        // Everything has a setter.
    }

    /** Returns the property of a user, to read what is set; where the user has none, one in which nothing is. */
    static SlackUserProperty read(User user) {
        SlackUserProperty property = user.getProperty(SlackUserProperty.class);
        return property == null ? new SlackUserProperty() : property;
    }

    /** Returns the property of a user, and adds it where the user has none. */
    static SlackUserProperty of(User user) throws IOException {
        synchronized (user) {
            SlackUserProperty property = user.getProperty(SlackUserProperty.class);
            if (property == null) {
                property = new SlackUserProperty();
                user.addProperty(property);
            }
            return property;
        }
    }

    private Object readResolve() {
        XmlDefaults.complete(this, new SlackUserProperty());
        if (PauseFormat.stored(pausedUntil) == null) {
            pausedUntil = null;
        }
        return this;
    }

    /** The member id or e-mail address in Slack, as typed; null where there is none. */
    @CheckForNull
    public String getSlackId() {
        return slackId;
    }

    @DataBoundSetter
    public void setSlackId(@CheckForNull String slackId) {
        this.slackId = Util.fixEmptyAndTrim(slackId);
        if (getProven() == null) {
            forgetProof();
        }
    }

    private void forgetProof() {
        proven = null;
        provenWith = null;
    }

    /** The {@link #getSlackId} where it is proven to be the user's own; otherwise null. */
    @CheckForNull
    String getProven() {
        return slackId != null && slackId.equalsIgnoreCase(proven) ? slackId : null;
    }

    /**
     * The {@link #getProven} for an account that has that e-mail address now. A security realm may give the id of an account to somebody
     * else, whose address is another one then; that person has proven nothing.
     *
     * @param address null where the account has none, which tells nothing
     */
    @CheckForNull
    String getProven(@CheckForNull String address) {
        boolean isOfAnother = address != null && provenWith != null && !provenWith.equalsIgnoreCase(address);
        return isOfAnother ? null : getProven();
    }

    /**
     * Stores that this member or address is proven to be the user.
     *
     * @param address the e-mail address that the account has now; null where it has none
     */
    void prove(String provenId, @CheckForNull String address) throws IOException {
        store(own -> {
            own.slackId = provenId;
            own.proven = provenId;
            own.provenWith = address;
        });
    }

    /**
     * Changes the settings and saves the user, one change at a time. What is changed is read in the change itself, so that none is lost.
     * A form may have replaced this property since the caller had it: the change is made in the one that the user has now.
     *
     * <p>The lock is the one that Jenkins holds while it saves a user. Jenkins calls listeners under it, and one of them comes here.
     *
     * @param change is given the property to change
     * @throws IOException where the disk does not take them; they are as before then, as after anything that the change throws
     */
    void store(Consumer<SlackUserProperty> change) throws IOException {
        synchronized (user) {
            SlackUserProperty present = Objects.requireNonNullElse(user.getProperty(SlackUserProperty.class), this);
            SlackUserProperty before = new SlackUserProperty();
            XmlDefaults.copy(present, before);
            boolean isStored = false;
            try {
                change.accept(present);
                user.save();
                isStored = true;
            } finally {
                if (!isStored) {
                    XmlDefaults.copy(before, present);
                }
            }
        }
    }

    /** The members of Slack at whose word Jenkins acts for the user, one in each workspace. */
    public List<SlackMemberLink> getLinks() {
        return List.copyOf(links);
    }

    /**
     * Stores a link, in the place of the one in the same workspace. It is no sign-in: whoever links may have a session of long ago, or a
     * token, and the security realm has told no groups anew.
     */
    void link(SlackMemberLink link) throws IOException {
        store(own -> {
            List<SlackMemberLink> changed = own.linksOutside(link.getInstallation());
            changed.add(link);
            own.links = changed;
        });
    }

    private List<SlackMemberLink> linksOutside(String installation) {
        return links.stream().filter(link -> !link.isIn(installation)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Removes the link in a workspace, if there is one. */
    void unlink(String installation) throws IOException {
        if (links.stream().anyMatch(link -> link.isIn(installation))) {
            store(own -> own.links = own.linksOutside(installation));
        }
    }

    /** Removes all links. */
    void unlinkAll() throws IOException {
        store(own -> own.links = new ArrayList<>());
    }

    /** When the user last signed in; {@link Instant#EPOCH} where nobody knows. */
    Instant signedInAt() {
        try {
            return lastSignIn == null ? Instant.EPOCH : Instant.parse(lastSignIn);
        } catch (DateTimeParseException e) { // Somebody has edited the file.
            return Instant.EPOCH;
        }
    }

    /**
     * Stores that the user has signed in, so that Jenkins keeps the groups. The time is stored once an hour at most, as each time writes
     * the file. Users without a link count, too: they may link an account later, when their groups are still those of this sign-in.
     */
    void signedIn(Instant now) throws IOException {
        signedIn(now, null, null);
    }

    /**
     * Stores a sign-in of which the security realm tells Jenkins nothing, on the terms of {@link #signedIn(Instant)}, with its groups.
     *
     * @param realm the name of the realm's class
     */
    void signedInUnreported(Instant now, Collection<String> groups, String realm) throws IOException {
        signedIn(now, groups.stream().sorted().distinct().toList(), realm);
    }

    private void signedIn(Instant now, @CheckForNull List<String> groups, @CheckForNull String realm)
            throws IOException {
        boolean isNews = !Freshness.isFresh(signedInAt(), Duration.ofHours(1), now);
        if (isNews || !Objects.equals(groups, signInGroups) || !Objects.equals(realm, signInRealm)) {
            store(own -> {
                own.lastSignIn = now.toString();
                own.signInRealm = realm;
                own.signInGroups = groups == null ? null : new ArrayList<>(groups);
            });
        }
    }

    /**
     * The groups of the last sign-in where Jenkins itself does not keep them; reads memory only.
     *
     * @param realm the name of the class of the realm that counts now; what another one has told is not returned
     */
    Optional<List<String>> groupsOfSignIn(String realm) {
        return Optional.ofNullable(signInGroups)
                .filter(groups -> realm.equals(signInRealm))
                .map(List::copyOf);
    }

    /**
     * Stores that an e-mail address of the account comes from a commit, so that it is not used. The owner can still enter it on this page,
     * and prove it.
     */
    void distrust(String address) throws IOException {
        if (!distrusts(address)) {
            store(own -> own.fromCommit = address);
        }
    }

    /** Returns whether an address comes from a commit. */
    boolean distrusts(String address) {
        return address.equalsIgnoreCase(fromCommit);
    }

    /** The preferences of the user; null for those of the administrator. */
    @CheckForNull
    public PreferencesConfig getChoice() {
        return choice;
    }

    @DataBoundSetter
    public void setChoice(@CheckForNull PreferencesConfig choice) {
        this.choice = choice;
    }

    /** The patterns for full names of jobs of which the user gets no direct message. */
    public List<String> getQuietJobs() {
        return List.copyOf(quietJobs);
    }

    /** {@link #getQuietJobs} for a text area, one a line. */
    public String getQuietJobLines() {
        return String.join("\n", quietJobs);
    }

    /** @throws IllegalArgumentException where one is no such pattern */
    @DataBoundSetter
    public void setQuietJobs(@CheckForNull List<String> quietJobs) {
        List<String> given = FormLists.stripped(quietJobs);
        FieldValidation.throwIfInvalid(FieldValidation.firstError(given, PeopleInputValidator::validateJobPattern));
        this.quietJobs = given;
    }

    /** Stores other {@link #getQuietJobs}. */
    void quiet(List<String> jobs) throws IOException {
        store(own -> own.setQuietJobs(jobs));
    }

    /** The end of the pause, with its offset; null where there is none, or it is over. */
    @CheckForNull
    public String getPausedUntil() {
        return pausedUntil(UserTimeZone.current());
    }

    /** {@link #getPausedUntil} in a time zone. */
    @CheckForNull
    String pausedUntil(ZoneId zone) {
        return pausedUntil == null || Instant.parse(pausedUntil).isBefore(Instant.now())
                ? null
                : PauseFormat.write(Instant.parse(pausedUntil), zone);
    }

    /** @throws IllegalArgumentException as {@link PauseFormat#read} */
    @DataBoundSetter
    public void setPausedUntil(@CheckForNull String typed) {
        Instant end = PauseFormat.read(typed, ZonedDateTime.now(UserTimeZone.current()));
        pausedUntil = end == null ? null : end.toString();
    }

    /** Whether the user wants a line a day of what waits for their answer. */
    public boolean isDailyReminder() {
        return dailyReminder;
    }

    @DataBoundSetter
    public void setDailyReminder(boolean dailyReminder) {
        this.dailyReminder = dailyReminder;
    }

    /** Stores another {@link #isDailyReminder}. */
    void remind(boolean isWanted) throws IOException {
        if (isWanted != dailyReminder) {
            store(own -> own.dailyReminder = isWanted);
        }
    }

    /**
     * Stores that the reminder of a day is sent.
     *
     * @return false where that is stored already, or the user wants none
     */
    boolean beginReminder(LocalDate day) throws IOException {
        if (!dailyReminder || day.toString().equals(remindedOn)) {
            return false;
        }
        store(own -> own.remindedOn = day.toString());
        return true;
    }

    /** Stores that the reminder of a day was not sent after all. */
    void takeBackReminder(LocalDate day) throws IOException {
        if (day.toString().equals(remindedOn)) {
            store(own -> own.remindedOn = null);
        }
    }

    /**
     * Stores that the user is about to be told that nobody is reminded until the next sign-in.
     *
     * @param signIn the last one
     * @return false where that is stored already, or the user wants no line
     */
    boolean beginPause(Instant signIn) throws IOException {
        if (!dailyReminder || signIn.toString().equals(pausedAfter)) {
            return false;
        }
        store(own -> own.pausedAfter = signIn.toString());
        return true;
    }

    /** Whether the user gets no direct message of a build that a channel shows of which the user is a member. */
    public boolean isOnlyOnce() {
        return onlyOnce;
    }

    @DataBoundSetter
    public void setOnlyOnce(boolean onlyOnce) {
        this.onlyOnce = onlyOnce;
    }

    /** The language of direct messages, as {@link MessageLanguage#id()}; null for that of the whole system. */
    @CheckForNull
    public String getLanguage() {
        return language;
    }

    /** @throws IllegalArgumentException where there is no such language */
    @DataBoundSetter
    public void setLanguage(@CheckForNull String language) {
        this.language = FieldParser.id(language, MessageLanguage::parse, MessageLanguage::id);
    }

    /**
     * Converts the settings for the engine.
     *
     * @param standard the preferences of users who have chosen none
     */
    Preferences toPreferences(Preferences standard) {
        Preferences chosen = choice == null ? standard : choice.toPreferences();
        return new Preferences(
                chosen.events(),
                chosen.startedByMe(),
                chosen.minimumSeverity(),
                quietJobs,
                pausedUntil == null ? null : Instant.parse(pausedUntil),
                onlyOnce,
                Optional.ofNullable(language)
                        .flatMap(id -> StoredIds.known(id, MessageLanguage::parse))
                        .map(MessageLanguage::locale)
                        .orElse(null),
                choice != null);
    }

    /** {@inheritDoc} Keeps what is proven, unless the claim is another one, and what is distrusted; neither is in the form. */
    @Override
    public UserProperty reconfigure(StaplerRequest2 request, @CheckForNull JSONObject form)
            throws Descriptor.FormException {
        if (form == null) {
            return this;
        }
        SlackUserProperty changed = (SlackUserProperty) getDescriptor().newInstance(request, form);
        if (changed.choice != null && choice != null) {
            changed.choice.keepUnknown(choice);
        }
        changed.keep(this);
        return changed;
    }

    /**
     * {@inheritDoc} Where it replaces another one, it takes from that what can only be proven or seen: Configuration as Code gives the users
     * of its file a new one at each start. And between a form and this, somebody may have ended a link, whose end counts.
     */
    @Override
    protected void setUser(User owner) {
        super.setUser(owner);
        SlackUserProperty present = owner.getProperty(SlackUserProperty.class);
        if (present != null && present != this) {
            keep(present);
        }
    }

    /** Takes what has no setter from the property that this one replaces. */
    private void keep(SlackUserProperty replaced) {
        proven = replaced.proven;
        provenWith = replaced.provenWith;
        if (getProven() == null) {
            forgetProof();
        }
        fromCommit = replaced.fromCommit;
        links = replaced.links;
        lastSignIn = replaced.lastSignIn;
        signInGroups = replaced.signInGroups;
        signInRealm = replaced.signInRealm;
        remindedOn = replaced.remindedOn;
        pausedAfter = replaced.pausedAfter;
    }

    /** The form of the settings and its buttons. Only the user and administrators may call its methods. */
    @Extension
    @Symbol("slackNotify")
    public static class DescriptorImpl extends UserPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.SlackUserProperty_displayName();
        }

        @Override
        public UserPropertyCategory getUserPropertyCategory() {
            return UserPropertyCategory.get(UserPropertyCategory.Preferences.class);
        }

        /** {@inheritDoc} Every user has the property, so that the form has something to show. */
        @Override
        public UserProperty newInstance(User user) {
            return new SlackUserProperty();
        }

        @Override
        public UserProperty newInstance(@CheckForNull StaplerRequest2 request, JSONObject form) throws FormException {
            FormLists.splitLines(form, "quietJobs");
            PreferencesConfig.complete(form.optJSONObject("choice"));
            return FormBinding.bind("slackNotify", () -> super.newInstance(request, form));
        }

        /** The e-mail address by which Jenkins looks for the user in Slack; null where there is none. */
        @CheckForNull
        public String addressOf(User user) {
            return MailAddresses.of(user);
        }

        /** Describes where messages go at present. */
        public String standing(User user) {
            return SlackIdentity.of(user).describe();
        }

        /** Requires the user or an administrator. There is no such method where the address names no user. */
        private static void requireOwner(@CheckForNull User user) {
            if (user == null) {
                throw HttpResponses.errorWithoutStack(HttpURLConnection.HTTP_NOT_FOUND, "This belongs to a user");
            }
            user.checkPermission(Jenkins.ADMINISTER);
        }

        /** Sends a test message to the recipient in the form, saved or not. An unproven recipient gets a code with it. */
        @POST
        public FormValidation doSendTest(@AncestorInPath User user, @QueryParameter String slackId) {
            requireOwner(user);
            return IdentityVerifier.get().sendTest(user, slackId);
        }

        /** Takes the code of the test message, and stores the identity as proven. */
        @POST
        public FormValidation doConfirm(
                @AncestorInPath User user, @QueryParameter String slackId, @QueryParameter String code) {
            requireOwner(user);
            return IdentityVerifier.get().confirm(user, slackId, code);
        }

        /** Ends all links with members of Slack. */
        @POST
        public FormValidation doUnlink(@AncestorInPath User user) throws IOException {
            requireOwner(user);
            SlackUserProperty property = user.getProperty(SlackUserProperty.class);
            if (property != null) {
                property.unlinkAll();
            }
            return FormValidation.ok(Messages.SlackUserProperty_unlinked());
        }

        @POST
        public ListBoxModel doFillLanguageItems() {
            return MessageLanguageChoices.with(Messages.SlackUserProperty_languageOfTheSystem());
        }

        public ComboBoxModel doFillPausedUntilItems() {
            return new ComboBoxModel(PauseFormat.OFFERED);
        }

        @POST
        public FormValidation doCheckPausedUntil(@AncestorInPath User user, @QueryParameter String value) {
            requireOwner(user);
            try {
                Instant end = PauseFormat.read(value, ZonedDateTime.now(UserTimeZone.current()));
                return end == null
                        ? FormValidation.ok()
                        : FormValidation.ok(
                                Messages.SlackUserProperty_until(PauseFormat.inWords(end, UserTimeZone.current())));
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public FormValidation doCheckQuietJobs(@AncestorInPath User user, @QueryParameter String value) {
            requireOwner(user);
            return FieldValidation.toFormValidation(
                    FieldValidation.firstError(FormLists.lines(value), PeopleInputValidator::validateJobPattern));
        }
    }
}
