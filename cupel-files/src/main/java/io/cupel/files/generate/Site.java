package io.cupel.files.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pages of the made-up company, and who looks at which. */
final class Site {
    static final String HOST = "https://www.ours.example";

    static final Page PLAYBOOK = new Page("/resources/revenue-playbook", "The revenue playbook", 0, 0);
    static final Page WEBINARS = new Page("/webinars", "Webinars", 0, 0);
    static final Page DEMO = new Page("/demo", "Ask for a demo", 0, 0);
    static final Page PRICING = new Page("/pricing", "Pricing", 8, 60);
    static final Page CAREERS = new Page("/careers", "Careers", 12, 2);

    private static final int POSTS = 40;
    private static final int DOCS = 30;
    private static final List<String> STORIES = List.of(
            "alderbridge", "brightyard", "coppermark", "fernworks", "glenpath", "harborline", "larkfield", "mossgate");

    private static final List<Page> PAGES = pages();
    private static final Weighted<Page> COLD = Weighted.of(PAGES, Page::cold);
    private static final Weighted<Page> WARM = Weighted.of(PAGES, Page::warm);

    private Site() {}

    /**
     * A page.
     *
     * @param facts what a call about it tells
     * @param cold how often people look at it who only look around
     * @param warm how often people look at it who want to buy
     */
    record Page(String path, String title, List<Fact> facts, int cold, int warm) {
        Page(String path, String title, int cold, int warm) {
            this(
                    path,
                    title,
                    List.of(Fact.of("path", path), Fact.of("title", title), Fact.of("url", HOST + path)),
                    cold,
                    warm);
        }

        boolean isStory() {
            return path.startsWith("/case-studies/");
        }

        boolean isPricing() {
            return path.startsWith("/pricing");
        }
    }

    static Page cold(Dice dice) {
        return COLD.draw(dice);
    }

    static Page warm(Dice dice) {
        return WARM.draw(dice);
    }

    private static List<Page> pages() {
        List<Page> pages = new ArrayList<>(List.of(
                new Page("/", "Home", 180, 80),
                new Page("/product", "Product", 60, 70),
                new Page("/product/routing", "Routing", 20, 40),
                new Page("/product/forecasting", "Forecasting", 20, 40),
                new Page("/integrations", "Integrations", 15, 35),
                new Page("/customers", "Customers", 15, 25),
                new Page("/security", "Security", 4, 18),
                new Page("/compare/rivalsoft", "Compared to Rivalsoft", 4, 16),
                new Page("/pricing/enterprise", "Pricing for enterprises", 2, 14),
                new Page("/about", "About us", 15, 6),
                PRICING,
                CAREERS));
        STORIES.forEach(name -> pages.add(new Page("/case-studies/" + name, "Case study", 1, 8)));
        IntStream.rangeClosed(1, POSTS)
                .forEach(n -> pages.add(new Page("/blog/post-" + n, "Blog", 1 + 240 / (n + 3), 2)));
        IntStream.rangeClosed(1, DOCS).forEach(n -> pages.add(new Page("/docs/page-" + n, "Documentation", 3, 4)));
        return List.copyOf(pages);
    }
}
