package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.installation.AppManifests;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.manifest.AppManifest;
import io.jenkins.plugins.slacknotify.manifest.AppRequests;
import io.jenkins.plugins.slacknotify.manifest.ManifestChanges;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of the page of the Slack app about the manifest, for one transport of requests. It has getters, because views read
 * those.
 */
public final class ManifestSection {
    private final InboundConfig inbound;
    private final Transport transport;
    private final Optional<String> recorded;

    private ManifestSection(InboundConfig inbound, Transport transport, Optional<String> recorded) {
        this.inbound = inbound;
        this.transport = transport;
        this.recorded = recorded;
    }

    /**
     * Makes the section with the settings as they are now.
     *
     * @param chosen {@code http} or {@code socket}; anything else, such as null, for the way that the settings choose
     */
    static ManifestSection of(@CheckForNull String chosen) {
        InboundConfig inbound = SlackNotifyConfiguration.get().inboundInEffect();
        Optional<String> recorded = AppManifests.record().read();
        Transport transport = Optional.ofNullable(chosen)
                .flatMap(ManifestSection::parse)
                .or(() -> recorded.filter(AppManifest::isBySocket).map(bySocket -> Transport.SOCKET))
                .orElseGet(inbound::transport);
        return new ManifestSection(inbound, transport, recorded);
    }

    private static Optional<Transport> parse(String id) {
        for (Transport transport : Transport.values()) {
            if (id(transport).equals(id)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }

    private static String id(Transport transport) {
        return transport.name().toLowerCase(Locale.ROOT);
    }

    /** The manifest of an app for one workspace. */
    public AppManifest getManifest() {
        return manifest(false);
    }

    /** The manifest of an app for an Enterprise Grid organisation. */
    public AppManifest getOrgManifest() {
        return manifest(true);
    }

    AppManifest manifest(boolean orgWide) {
        AppRequests requests = transport == Transport.SOCKET
                ? AppRequests.bySocket(inbound.enabledAbilities(), inbound.getCommand())
                : AppRequests.byHttp(inbound.enabledAbilities(), inbound.getCommand(), getRequestUrl());
        return AppManifests.of(orgWide, requests);
    }

    /** Returns whether people may ask for anything. */
    public boolean isInbound() {
        return inbound.isEnabled();
    }

    /** Returns whether requests come over HTTP. */
    public boolean isHttp() {
        return transport == Transport.HTTP;
    }

    /** The transport of requests that the manifest is for: {@code http} or {@code socket}. */
    public String getTransport() {
        return id(transport);
    }

    /** The address to which Slack sends requests over HTTP; null while Jenkins does not know its own address. */
    @CheckForNull
    public String getRequestUrl() {
        return AppManifests.requestUrl();
    }

    /** Returns whether requests shall come over HTTP, and Slack would not take the address. */
    public boolean isUnusableUrl() {
        String url = getRequestUrl();
        return isInbound() && isHttp() && (url == null || !url.startsWith("https://"));
    }

    /** Returns whether previews are wanted, and Slack makes none for this address. */
    public boolean isWithoutPreviews() {
        return getManifest().lacksUnfurlDomain();
    }

    /** Returns whether an administrator has confirmed which manifest the app has. */
    public boolean isRecorded() {
        return recorded.isPresent();
    }

    /**
     * The differences from the manifest that the app has; without a record, from that of an app that only sends messages.
     */
    public ManifestChanges getChanges() {
        String before = recorded.orElseGet(
                () -> AppManifests.of(false, AppRequests.NONE).json());
        return manifest(AppManifest.isOrgWide(before)).changesSince(before);
    }
}
