package io.cupel.files.generate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** First and last names as they are common somewhere. No last name stands in two lists: addresses rely on it. */
enum Culture {
    ENGLISH("""
            Olivia Liam Emma Noah Ava Ethan Grace Mason Chloe Lucas Hannah Owen Ella Caleb Lily Wyatt Zoe Isaac
            Nora Dylan Megan Ryan Claire Kevin Rachel Scott Heather Brian Laura Greg Allison Derek Paige Trevor
            Holly Marcus Jenna Tyler Brooke Colin""", """
            Ashworth Bennett Caldwell Dawson Ellison Fairbanks Garrison Holloway Ingram Jennings Kendall Langley
            Mercer Norwood Osborne Prescott Quimby Radcliffe Sheffield Thornton Underwood Vance Whitaker Yardley
            Abbott Barlow Compton Draper Emerson Foxworth Granger Hathaway Kirkland Lockhart Merritt Nash Paxton
            Ramsey Sinclair Tate Upton Vaughan Winslow Wheeler Ackerman Bristow Chandler Hargrove"""),
    GERMAN("""
            Anna Lukas Lea Jonas Sophie Felix Katharina Maximilian Julia Moritz Franziska Tobias Sabine Stefan
            Nele Jürgen Birgit Matthias Greta Florian Anke Sören Heike Björn Ulrike Karsten Käthe Jörg Silke
            Günther Petra Dominik""", """
            Albrecht Bergmann Dietrich Eberhardt Falkenberg Grünwald Hofmeister Jäger Kaltenbach Lindner Möller
            Neubauer Oberländer Pfeiffer Reinhardt Schröder Thalbach Ullrich Vogelsang Wiesner Zimmermann Böhm
            Ehrlich Förster Hübner Köhler Lübbers Rösner Steinbach Wolff Brandauer Kühnel Haberland Sommerfeld
            Bachmann Kranz"""),
    FRENCH("""
            Camille Hugo Manon Théo Élodie Mathis Chloé Antoine Inès Clément Aurélie Julien Sylvie Benoît Margaux
            Rémi Amélie Thibault Océane Gaëtan Hélène Laurent Agathe Étienne Noémie Fabrice Delphine Loïc""", """
            Beaumont Chevalier Delacroix Fontaine Girard Lefèvre Marchand Noël Perrault Renaud Saunier Tessier
            Vasseur Aubert Blanchard Carpentier Dufour Faure Guérin Hébert Lacombe Mercier Pelletier Rousseau
            Thibodeau Vidal Barbier Charpentier Desjardins Leclerc Poirier Rivière"""),
    SPANISH("""
            Lucía Mateo Valentina Santiago Camila Diego Ximena Andrés Paula Javier Daniela Emilio Carmen Rodrigo
            Marisol Íñigo Sofía Álvaro Renata Joaquín Beatriz Tomás Elena Gonzalo Pilar Nicolás Verónica Héctor""", """
            Aguilar Benítez Cárdenas Domínguez Escobar Figueroa Guzmán Herrera Ibáñez Juárez Lozano Medina
            Navarro Ortega Paredes Quintero Rosales Salazar Trujillo Urrutia Valencia Zamora Arriaga Bustamante
            Castellanos Delgado Espinoza Fuentes Gallardo Montoya Peralta Villanueva"""),
    PORTUGUESE("""
            Beatriz Thiago Larissa Gustavo Fernanda Rafael Juliana Leandro Mariana Caio Letícia Vinícius Patrícia
            Otávio Camila Murilo Bruna João Débora André Simone Márcio Tatiana Fábio Conceição Luís""", """
            Almeida Barbosa Cardoso Duarte Esteves Fonseca Guimarães Lacerda Magalhães Nogueira Oliveira Pacheco
            Queiroz Ribeiro Siqueira Tavares Valadares Xavier Azevedo Bittencourt Camargo Drummond Falcão Gouveia
            Leitão Moura Peixoto Sampaio Teixeira Vasconcelos"""),
    DUTCH("""
            Sanne Daan Fleur Bram Lotte Sem Maud Thijs Femke Ruben Anouk Jeroen Iris Sjoerd Marloes Koen Esmée
            Wouter Roos Pieter Nienke Jasper""", """
            Bakker Dekker Hendriks Jansen Kuipers Mulder Postma Scholten Timmermans Verhoeven Willemsen Zijlstra
            Boersma Dijkstra Gerritsen Hoekstra Kramer Leeuwen Peeters Smeets Verbeek Wagenaar"""),
    INDIAN("""
            Aarav Priya Rohan Ananya Vikram Kavya Arjun Meera Sanjay Divya Nikhil Pooja Rahul Shreya Karthik
            Nisha Aditya Lakshmi Manish Ritika Suresh Tanvi Deepak Anjali""", """
            Agarwal Banerjee Chatterjee Deshpande Gupta Iyer Joshi Kulkarni Menon Nair Pillai Rao Sharma Trivedi
            Venkatesan Bhattacharya Chopra Desai Ghosh Hegde Kapoor Malhotra Mukherjee Reddy Subramanian Verma
            Bose Shetty"""),
    CHINESE("""
            Wei Jia Ming Xin Hui Jun Ling Fang Yan Tao Mei Hao Qing Lei Shan Bo Ying Kai Min Zhen""", """
            Chen Huang Lin Zhang Liu Yang Zhao Wu Zhou Sun Guo Feng Cheng Deng Xiao Tang Song Liang Zheng Han
            Peng Cao Tan Goh""");

    private static final ByConstant<Culture, Names> NAMES = ByConstant.of(Culture.class, Names::of);

    private final String firsts;
    private final String lasts;

    Culture(String firsts, String lasts) {
        this.firsts = firsts;
        this.lasts = lasts;
    }

    /** The names, and as they stand in addresses. */
    private record Names(List<String> firsts, List<String> lasts, List<String> firstsPlain, List<String> lastsPlain) {
        static Names of(Culture culture) {
            List<String> firsts = ByConstant.words(culture.firsts);
            List<String> lasts = ByConstant.words(culture.lasts);
            return new Names(
                    firsts,
                    lasts,
                    firsts.stream().map(Culture::plain).toList(),
                    lasts.stream().map(Culture::plain).toList());
        }
    }

    int firsts() {
        return NAMES.of(this).firsts().size();
    }

    int lasts() {
        return NAMES.of(this).lasts().size();
    }

    String first(int index) {
        return NAMES.of(this).firsts().get(index);
    }

    String last(int index) {
        return NAMES.of(this).lasts().get(index);
    }

    /** As it stands in an address: small ASCII letters. */
    String firstPlain(int index) {
        return NAMES.of(this).firstsPlain().get(index);
    }

    String lastPlain(int index) {
        return NAMES.of(this).lastsPlain().get(index);
    }

    /** Small ASCII letters, umlauts written out. */
    static String plain(String name) {
        String written = name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFD).chars().forEach(letter -> {
            if (letter >= 'a' && letter <= 'z') {
                plain.append((char) letter);
            }
        });
        return plain.toString();
    }
}
