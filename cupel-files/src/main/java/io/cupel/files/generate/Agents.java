package io.cupel.files.generate;

import java.util.List;

/** How programs that visit the site and open mails name themselves. */
final class Agents {
    private static final Weighted<String> BROWSERS = Weighted.of(
            List.of(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"),
            agent -> agent.contains("Windows") ? 5 : agent.contains("Linux") ? 1 : 3);

    private static final List<String> CRAWLERS = List.of(
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)");

    /** A mail gateway that follows every link before the reader sees the mail. */
    static final String SCANNER = "Mozilla/5.0 (compatible; MailGateway-LinkScanner/3.1)";

    private Agents() {}

    static String browser(Dice dice) {
        return BROWSERS.draw(dice);
    }

    static String crawler(Dice dice) {
        return dice.pick(CRAWLERS);
    }
}
