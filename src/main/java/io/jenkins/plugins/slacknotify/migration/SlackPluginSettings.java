package io.jenkins.plugins.slacknotify.migration;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The stored settings of the Slack Notification plugin: its post-build action in one job, or its section of the System page. They are
 * read from the XML itself, so that this works without that plugin, too. The names of the elements are those of the fields of
 * {@code jenkins.plugins.slack.SlackNotifier}.
 *
 * @param fields the texts of the elements, by their names; an element that holds others is left out
 */
record SlackPluginSettings(Map<String, String> fields) {
    /** The class of both, which is also the name of the file of the System page. */
    static final String CLASS = "jenkins.plugins.slack.SlackNotifier";

    SlackPluginSettings {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads the action in a job's configuration.
     *
     * @return empty where there is none
     * @throws IOException where it is no XML
     */
    static Optional<SlackPluginSettings> ofJob(String configXml) throws IOException {
        return configXml.contains(CLASS)
                ? publishers(root(configXml)).findFirst().map(SlackPluginSettings::of)
                : Optional.empty();
    }

    /**
     * Reads the section of the System page.
     *
     * @throws IOException where it is no XML
     */
    static SlackPluginSettings ofSystem(String descriptorXml) throws IOException {
        return of(root(descriptorXml));
    }

    /** The actions directly below the publishers. Actions within others, such as promotions, have conditions of their own. */
    private static Stream<Element> publishers(Element job) {
        return children(job)
                .filter(child -> child.getTagName().equals("publishers"))
                .flatMap(SlackPluginSettings::children)
                .filter(child -> child.getTagName().equals(CLASS));
    }

    private static SlackPluginSettings of(Element element) {
        Map<String, String> fields = new LinkedHashMap<>();
        children(element)
                .filter(child -> children(child).findAny().isEmpty())
                .forEach(child ->
                        fields.put(child.getTagName(), child.getTextContent().strip()));
        return new SlackPluginSettings(fields);
    }

    private static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }

    /** Parses XML without reading anything outside the text, such as external entities. */
    private static Element root(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Another one than the default, which writes to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("This is no XML that can be read: " + e.getMessage(), e);
        }
    }

    boolean is(String field) {
        return Boolean.parseBoolean(fields.get(field));
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).filter(text -> !text.isBlank());
    }

    /** The channels, split as that plugin splits its field. */
    List<LegacyChannel> channels() {
        return text("room").stream()
                .flatMap(channels -> Arrays.stream(channels.split("[,; ]+")))
                .filter(channel -> !channel.isEmpty())
                .map(LegacyChannel::new)
                .toList();
    }
}
