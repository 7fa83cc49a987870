package io.jenkins.plugins.slacknotify.preview;

import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Parses the system's routing from YAML, to try it without applying or keeping it.
 *
 * <p>It objects to what Configuration as Code would object to. The YAML can make maps, lists, texts, numbers and
 * booleans, and no other object.
 */
final class RoutingYamlParser {
    /** The longest YAML to read, in UTF-16 units: many times what a person writes by hand. */
    static final int MAX_LENGTH = 500_000;

    private static final List<String> PATH = List.of(SystemRouting.PATH.split("\\."));

    private RoutingYamlParser() {}

    /**
     * Parses and checks a routing.
     *
     * @param yaml a whole {@code jenkins.yaml}, of which only {@code unclassified: slackNotify: routing:} counts, or a
     *     part of it that begins with one of these keys
     * @throws IllegalArgumentException with a message that says what is wrong, and where
     */
    static SystemRouting parse(String yaml) {
        Object routing = routing(load(yaml));
        MissingQuotes.inValues(yaml, node(yaml)).ifPresent(hint -> {
            throw new IllegalArgumentException(hint);
        });
        SystemRouting read = DescribableReader.read(SystemRouting.PATH, routing, SystemRouting.class);
        read.check();
        return read;
    }

    private static Object load(String yaml) {
        if (yaml.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(Messages.RoutingYamlParser_tooLong(MAX_LENGTH));
        }
        try {
            return yaml().load(yaml);
        } catch (YAMLException e) {
            String detail = Messages.RoutingYamlParser_noYaml(e.getMessage());
            throw new IllegalArgumentException(
                    MissingQuotes.explain(yaml, e)
                            .map(hint -> hint + " " + detail)
                            .orElse(detail),
                    e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static Node node(String yaml) {
        Node at = yaml().compose(new StringReader(yaml));
        for (String key : PATH) {
            if (at instanceof MappingNode map) {
                at = map.getValue().stream()
                        .filter(pair -> pair.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(at);
            }
        }
        return at;
    }

    private static Object routing(Object document) {
        Object at = document;
        boolean found = false;
        for (String key : PATH) {
            if (at instanceof Map<?, ?> map && map.containsKey(key)) {
                at = map.get(key);
                found = true;
            } else if (found) {
                throw new IllegalArgumentException(Messages.RoutingYamlParser_noRouting());
            }
        }
        if (!found) {
            throw new IllegalArgumentException(Messages.RoutingYamlParser_noRouting());
        }
        return at;
    }
}
