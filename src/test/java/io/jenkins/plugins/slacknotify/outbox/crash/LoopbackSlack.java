package io.jenkins.plugins.slacknotify.outbox.crash;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The Slack that outlives the processes that are killed: takes what they send, finds it again, and notes what they have taken over. Speaks
 * lines: a verb and an id, answered by one word.
 */
public final class LoopbackSlack implements Closeable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Thread> conversations = new CopyOnWriteArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private int digests;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    public LoopbackSlack() throws IOException {
        thread(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns how many messages bore several ids. */
    public synchronized int digests() {
        return digests;
    }

    /** The ids of all that has arrived, in the order in which it came. */
    public synchronized List<String> arrived() {
        return List.copyOf(arrived);
    }

    public Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /** The ids of what was answered. */
    public Set<String> answered() {
        return Set.copyOf(answered);
    }

    /** Waits until all that a killed process has sent was read. */
    public void awaitSilence() throws InterruptedException {
        for (Thread conversation : conversations) {
            conversation.join();
        }
        conversations.clear();
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = server.accept();
                conversations.add(thread(() -> converse(socket)));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = answer(line.split(" "));
                out.write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException killed) {
            // What it sent before counts.
        }
    }

    private String answer(String[] words) {
        if (words.length < 3) {
            return "cut"; // the last line of a process that was killed while it wrote it
        }
        String id = words[1];
        return switch (words[0]) {
            case "post" -> post(id);
            case "find" -> String.valueOf(known.contains(id));
            case "answer" -> String.valueOf(answered.add(id));
            case "accepted" -> String.valueOf(accepted.add(id));
            default -> "what?";
        };
    }

    /** Takes a message that bears the ids of all that travel in it, with commas in between. */
    private synchronized String post(String ids) {
        List<String> all = List.of(ids.split(","));
        arrived.addAll(all);
        known.addAll(all);
        if (all.size() > 1) {
            digests++;
        }
        return "posted";
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "loopback-slack");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
