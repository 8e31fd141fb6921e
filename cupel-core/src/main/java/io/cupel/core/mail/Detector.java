package io.cupel.core.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds among the mail events of one lead those that a machine did. The order in which they are given makes no
 * difference, and of what lies further apart than {@link #REACH} neither changes what is said of the other.
 */
public final class Detector {
    /** So many distinct links of one mail ... */
    public static final int LINKS_LEAST = 3;
    /** ... clicked within so many milliseconds, the last one included, are one sweep; all its clicks are suspect. */
    public static final long LINKS_WITHIN = 10_000;
    /** An open or a click so many milliseconds after the delivery of its mail, or sooner, is suspect. */
    public static final long DELIVERY_WITHIN = 5_000;
    /** No event has to do with one that is further away, in milliseconds. */
    public static final long REACH = Math.max(LINKS_WITHIN, DELIVERY_WITHIN);

    private Detector() {}

    /** The reasons of what is suspect, by the message ids of the events. */
    public static Map<String, Set<Suspect>> find(Collection<MailHit> ofLead) {
        Map<String, Set<Suspect>> found = new TreeMap<>();
        Map<String, List<MailHit>> mails = new HashMap<>();
        for (MailHit hit : ofLead) {
            mails.computeIfAbsent(hit.message(), each -> new ArrayList<>()).add(hit);
            if (hit.kind().isHit() && hit.isDecoy()) {
                add(found, hit, Suspect.DECOY);
            }
            if (hit.kind().isHit() && hit.agent() != null && Agents.isListed(hit.agent())) {
                add(found, hit, Suspect.AGENT);
            }
        }
        for (List<MailHit> mail : mails.values()) {
            mail.sort(Comparator.comparingLong(MailHit::at));
            findSweeps(mail, found);
            findAfterDelivery(mail, found);
        }
        return found;
    }

    private static void add(Map<String, Set<Suspect>> found, MailHit hit, Suspect reason) {
        found.computeIfAbsent(hit.id(), each -> EnumSet.noneOf(Suspect.class)).add(reason);
    }

    /** A window over the clicks, as wide as a sweep may last: its first click moves on, the last one follows. */
    private static void findSweeps(List<MailHit> mail, Map<String, Set<Suspect>> found) {
        List<MailHit> clicks = mail.stream().filter(hit -> hit.link() != null).toList();
        Map<String, Integer> links = new HashMap<>();
        int end = 0;
        int marked = 0;
        for (int first = 0; first < clicks.size(); first++) {
            long last = clicks.get(first).at() + LINKS_WITHIN;
            while (end < clicks.size() && clicks.get(end).at() <= last) {
                links.merge(link(clicks.get(end)), 1, Integer::sum);
                end++;
            }
            if (links.size() >= LINKS_LEAST) {
                for (marked = Math.max(marked, first); marked < end; marked++) {
                    add(found, clicks.get(marked), Suspect.LINKS);
                }
            }
            links.computeIfPresent(link(clicks.get(first)), (link, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String link(MailHit click) {
        return Objects.requireNonNull(click.link());
    }

    private static void findAfterDelivery(List<MailHit> mail, Map<String, Set<Suspect>> found) {
        long delivered = Long.MIN_VALUE;
        int next = 0;
        for (MailHit hit : mail) {
            while (next < mail.size() && mail.get(next).at() <= hit.at()) {
                delivered = mail.get(next).kind() == MailHit.Kind.DELIVERED
                        ? mail.get(next).at()
                        : delivered;
                next++;
            }
            boolean isKnown = delivered != Long.MIN_VALUE;
            if (hit.kind().isHit() && isKnown && hit.at() - delivered <= DELIVERY_WITHIN) {
                add(found, hit, Suspect.DELIVERY);
            }
        }
    }
}
