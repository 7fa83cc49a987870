package io.jenkins.plugins.slacknotify.gallery;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * Shows every kind of message on a page until the process is ended, {@code GalleryMain [--port PORT]}; or takes the pictures of
 * the manual, {@code GalleryMain --pictures FOLDER}.
 */
public final class GalleryMain {
    private static final int USUAL_PORT = 8091;

    /** The exhibits that the manual shows. */
    private static final List<String> PICTURES = List.of(
            "broke",
            "still-fails",
            "fixed",
            "flaky",
            "log-says-why",
            "german",
            "direct-message",
            "rerun",
            "downstream",
            "pull-request",
            "succeeded",
            "started",
            "answered",
            "buttons-question",
            "buttons-bad",
            "buttons-claimed",
            "running-long",
            "digest");

    private GalleryMain() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("--pictures")) {
            takePictures(Path.of(arguments[1]));
        } else if (arguments.length == 0) {
            show(USUAL_PORT);
        } else if (arguments.length == 2 && arguments[0].equals("--port")) {
            show(Integer.parseInt(arguments[1]));
        } else {
            throw new IllegalArgumentException("usage: GalleryMain [--port PORT | --pictures FOLDER]");
        }
    }

    private static void show(int port) throws InterruptedException {
        Gallery gallery = Gallery.open(port);
        Runtime.getRuntime().addShutdownHook(new Thread(gallery::close));
        System.out.println("Gallery: " + gallery.page());
        new CountDownLatch(1).await();
    }

    private static void takePictures(Path folder) throws IOException {
        if (!Browser.isAtHand()) {
            throw new IllegalStateException(Browser.HOW_TO);
        }
        Files.createDirectories(folder);
        try (Gallery gallery = Gallery.open(0);
                Browser browser = Browser.open()) {
            browser.open(gallery.page());
            for (String name : PICTURES) {
                WebElement exhibit = browser.find(By.id(name));
                browser.run("arguments[0].scrollIntoView()", exhibit);
                byte[] picture = exhibit.getScreenshotAs(OutputType.BYTES);
                Files.write(folder.resolve(name + ".png"), PictureReducer.reduce(picture));
            }
        }
    }
}
