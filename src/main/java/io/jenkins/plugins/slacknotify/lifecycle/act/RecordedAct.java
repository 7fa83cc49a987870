package io.jenkins.plugins.slacknotify.lifecycle.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An act on a build that a member of Slack has asked for. It is stored in the build's own file; the names of the fields are those there.
 *
 * <p>It is no record: XStream cannot read one back, and Jenkins then loses all of the build that stands behind it in the file.
 */
public final class RecordedAct implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String request;
    private final String what;
    private final String step;
    private final String account;
    private final String name;
    private final String member;
    private final String channel;
    private final String message;
    private final long at;
    private final String values;
    private final List<String> groups;
    private final Map<String, String> given;
    private final String reason;

    /**
     * Creates the record of an act that was done just now.
     *
     * @param request the id of the request from Slack
     * @param what what was done, such as {@code approved}
     * @param step the id of the step that it was done to; null for the build as a whole
     * @param account the id of the account for which it was done
     * @param name the name of the account's owner at that time
     * @param member the member of Slack; empty where it is not known
     * @param channel the conversation in which the button stood; null where there was none
     * @param message Slack's timestamp of the message of the button; null where there was none
     * @param at when, in milliseconds since 1970
     */
    public RecordedAct(
            String request,
            String what,
            @CheckForNull String step,
            String account,
            String name,
            String member,
            @CheckForNull String channel,
            @CheckForNull String message,
            long at) {
        this.request = request;
        this.what = what;
        this.step = step;
        this.account = account;
        this.name = name;
        this.member = member;
        this.channel = channel;
        this.message = message;
        this.at = at;
        values = null;
        groups = null;
        given = null;
        reason = null;
    }

    /** Copies an act with another word for it, with another reason, and with other facts about an approval. */
    private RecordedAct(
            RecordedAct other,
            String what,
            @CheckForNull String values,
            @CheckForNull List<String> groups,
            @CheckForNull Map<String, String> given,
            @CheckForNull String reason) {
        request = other.request;
        this.what = what;
        step = other.step;
        account = other.account;
        name = other.name;
        member = other.member;
        channel = other.channel;
        message = other.message;
        at = other.at;
        this.values = values;
        this.groups = groups == null ? null : new ArrayList<>(groups);
        this.given = given == null ? null : new LinkedHashMap<>(given);
        this.reason = reason;
    }

    /** Returns the id of the request from Slack. */
    public String request() {
        return request;
    }

    /** Returns the word for what was done, such as {@code approved}. */
    public String what() {
        return what;
    }

    /** Returns the id of the step on which somebody has acted; null for the build as a whole. */
    @CheckForNull
    public String step() {
        return step;
    }

    /** Returns the id of the account for which it was done. */
    public String account() {
        return account;
    }

    /** Returns the name of the account's owner at that time. */
    public String name() {
        return name;
    }

    /** Returns the member of Slack; empty where it is not known. */
    public String member() {
        return member;
    }

    /** Returns the conversation in which the button stood; null where there was none. */
    @CheckForNull
    public String channel() {
        return channel;
    }

    /** Returns Slack's timestamp of the message of the button; null where there was none. */
    @CheckForNull
    public String message() {
        return message;
    }

    /** Returns when, in milliseconds since 1970. */
    public long at() {
        return at;
    }

    /** Returns what tells an approval from one with other values; null where it is none of several, as in files of earlier versions. */
    @CheckForNull
    public String values() {
        return values;
    }

    /** Returns the groups that count for an approval which is one of several; null as {@link #values}. */
    @CheckForNull
    public List<String> groups() {
        return groups == null ? null : List.copyOf(groups);
    }

    /** Returns what was filled in, by the names of the parameters; empty where that was nothing, as in files of earlier versions. */
    public Map<String, String> given() {
        return given == null ? Map.of() : Map.copyOf(given);
    }

    /** Returns why it was done, in the words of its author; null where that is not known, as in files of earlier versions. */
    @CheckForNull
    public String reason() {
        return reason;
    }

    /** Returns this act as one of several approvals. */
    public RecordedAct withApproval(String newValues, List<String> newGroups) {
        return new RecordedAct(this, what, newValues, newGroups, given, reason);
    }

    /** Returns this act with the values that the person has filled in, by the names of the parameters. */
    public RecordedAct withGiven(Map<String, String> newGiven) {
        return new RecordedAct(this, what, values, groups, newGiven.isEmpty() ? null : newGiven, reason);
    }

    /** Returns this act with the words in which its author has said why. @param newReason null for none */
    public RecordedAct withReason(@CheckForNull String newReason) {
        return new RecordedAct(this, what, values, groups, given, newReason);
    }

    /** Returns this act under another word for what was done. */
    RecordedAct called(String newWhat) {
        return new RecordedAct(this, newWhat, values, groups, given, reason);
    }

    /** Returns whether this act was done by a request to a step. */
    public boolean isOf(String otherRequest, @CheckForNull String otherStep) {
        return request.equals(otherRequest) && Objects.equals(step, otherStep);
    }
}
