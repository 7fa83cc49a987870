package io.jenkins.plugins.slacknotify.admin;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.MetricSet;
import com.codahale.metrics.Timer;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryObserver;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jenkins.metrics.api.MetricProvider;
import org.jenkinsci.plugins.variant.OptionalExtension;

/**
 * Counters and timers of all messages since Jenkins started, for the Metrics plugin.
 *
 * <p>Jenkins does not load this class where that plugin is missing, so no other class may refer to it. It works on the
 * threads that report or read the figures.
 */
@OptionalExtension(requirePlugins = "metrics")
public class DeliveryMetrics extends MetricProvider {
    private final Map<String, Metric> metrics = new HashMap<>();
    private boolean observing;

    /** Returns the counters and timers of this plugin. The Metrics plugin asks for them when it starts; the engine is made no earlier. */
    @NonNull
    @Override
    public synchronized MetricSet getMetricSet() {
        if (!observing) {
            observing = true;
            observe(EngineLifecycle.get().engine());
        }
        Map<String, Metric> made = Map.copyOf(metrics);
        return () -> made;
    }

    private void observe(NotificationEngine engine) {
        add("waiting", (Gauge<Integer>) engine.deliveries()::waiting);
        add("oldest-waiting-seconds", (Gauge<Long>)
                () -> engine.deliveries().oldestWaiting().toSeconds());
        add("inbound-requests-last-hour", (Gauge<Long>)
                () -> InboundLifecycle.get().status().requests().requestsLastHour());
        add("inbound-waiting", (Gauge<Integer>)
                () -> InboundLifecycle.get().status().waiting());
        Meter handedOver = add("handed-over", new Meter());
        Meter retried = add("retried", new Meter());
        Meter refused = add("refused", new Meter());
        Meter expired = add("expired", new Meter());
        Timer delivered = add("delivered", new Timer());
        engine.deliveries().observe(new DeliveryObserver() {
            @Override
            public void handedOver() {
                handedOver.mark();
            }

            @Override
            public void retried() {
                retried.mark();
            }

            @Override
            public void delivered(Duration sinceHandOver) {
                delivered.update(sinceHandOver);
            }

            @Override
            public void refused() {
                refused.mark();
            }

            @Override
            public void expired() {
                expired.mark();
            }
        });
    }

    private <T extends Metric> T add(String name, T metric) {
        metrics.put(MetricRegistry.name("slack-notify", name), metric);
        return metric;
    }
}
