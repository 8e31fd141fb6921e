package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleWordsTest {

    @Test
    void directorIsNotACto() {
        assertThat(TitleWords.seniority("Director")).contains("director");
        assertThat(TitleWords.function("Director")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Misleading",
                "Directory",
                "Sectoral",
                "Vpn",
                "Ownership",
                "Presidential",
                "Homeowner",
                "Internal",
                "Managerial Headings",
                "Thought Leadership",
                "Lead Generation",
                "Salesforce",
                "Cheerleader",
                "Ceos2",
                "",
                " ",
                "--",
                "!"
            })
    void partsOfWordsTellNoRank(String title) {
        assertThat(TitleWords.seniority(title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Misleading",
                "Sectoral",
                "Credithaus",
                "Itinerant",
                "Legalese",
                "Chief Making It Happen",
                "Salesforce",
                "Procter",
                "Production2",
                "Hrvatska",
                "Internship",
                "",
                "?"
            })
    void partsOfWordsTellNoFunction(String title) {
        assertThat(TitleWords.function(title)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VP of Sales                              | vp        | sales
            V.P., Sales                              | vp        | sales
            V. P. Sales                              | vp        | sales
            VP/Sales                                 | vp        | sales
            SVP                                      | vp        |
            Sr. VP Global Sales                      | vp        | sales
            Vice President                           | vp        |
            Vice-President, Finance                  | vp        | finance
            VICE   PRESIDENT OF ENGINEERING          | vp        | engineering
            Assistant Vice President                 | vp        |
            Executive Vice President & General Manager | vp      | executive
            Head of Growth                           | head      | marketing
            Sales Head                               | head      | sales
            Head, IT                                 | head      | it
            CRO                                      | c-level   | revenue
            C.R.O.                                   | c-level   | revenue
            Chief Revenue Officer                    | c-level   | revenue
            Chief Information Security Officer       | c-level   | it
            Chief Marketing & Sales Officer          | c-level   | marketing
            CEO                                      | c-level   | executive
            c.e.o                                    | c-level   | executive
            CEO & Head of Sales                      | c-level   | sales
            President                                | c-level   | executive
            Managing Director                        | c-level   | executive
            Managing Director, Sales                 | c-level   | sales
            Founder                                  | owner     | executive
            Co-Founder & CTO                         | owner     | engineering
            Co‑Founder; CEO                          | owner     | executive
            Cofounder                                | owner     | executive
            Owner/Operator                           | owner     | executive
            Managing Partner                         | owner     | executive
            Partner                                  | owner     |
            Senior Partner, Tax                      | owner     | finance
            General Counsel                          | head      | legal
            Sales Director                           | director  | sales
            Dir. of Marketing                        | director  | marketing
            Associate Director, Legal                | director  | legal
            Executive Director                       | director  | executive
            Directors                                | director  |
            Product Manager                          | manager   | product
            Account Manager                          | manager   | sales
            Product Marketing Manager                | manager   | marketing
            Revenue Operations Manager               | manager   | revenue
            Sales Operations Manager                 | manager   | sales
            Assistant Manager                        | manager   |
            Team Lead Customer Success               | manager   | customer-success
            Leader                                   | manager   |
            Lead Engineer                            | senior    | engineering
            Lead-Engineer                            | senior    | engineering
            Sr. Software Engineer                    | senior    | engineering
            Staff Software Engineer                  | senior    | engineering
            Vice Principal                           | senior    | education
            Principal Consultant                     | senior    |
            Sales & Marketing Lead                   | senior    | sales
            Junior Account Manager                   | entry     | sales
            Trainee Sales                            | entry     | sales
            Marketing Manager Intern                 | intern    | marketing
            Intern Software Engineering              | intern    | engineering
            MBA Student                              | student   |
            Student at Sales Academy                 | student   |
            Account Executive                        | staff     | sales
            Executive Assistant                      | staff     | administration
            Director of First Impressions            | staff     | administration
            Product Owner                            | staff     | product
            HR Business Partner                      | staff     | hr
            Doctor                                   | staff     | health
            Directory Editor                         | staff     |
            Sales Engineer                           | staff     | sales
            Engineering Recruiter                    | staff     | hr
            Software Engineer                        | staff     | engineering
            Accounts Payable Clerk                   | staff     | finance
            Help Desk Technician                     | staff     | it
            Receptionist                             | staff     | administration
            Head Hunter                              | staff     | hr
            CRO Specialist                           | staff     | marketing
            Manager, Student Engagement              | manager   |
            Intern Coordinator                       | staff     |
            Chief of Staff to the CEO                | head      | executive
            Assistant Professor                      | staff     | education
            """)
    void englishTitles(String title, String seniority, String function) {
        assertThat(TitleWords.seniority(title)).as("seniority").isEqualTo(Optional.ofNullable(seniority));
        assertThat(TitleWords.function(title)).as("function").isEqualTo(Optional.ofNullable(function));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Geschäftsführer                          | c-level   | executive
            Geschaeftsfuehrerin                      | c-level   | executive
            GESCHÄFTSFÜHRER                          | c-level   | executive
            Geschäftsführer:in                       | c-level   | executive
            Inhaberin                                | owner     | executive
            Geschäftsführender Gesellschafter        | owner     | executive
            Leiter Vertrieb                          | head      | sales
            Vertriebsleiter                          | head      | sales
            Leiterin IT                              | head      | it
            Teamleiter Einkauf                       | manager   | procurement
            Prokurist                                | director  |
            Werkstudent Vertrieb                     | student   | sales
            Auszubildender                           | intern    |
            Sachbearbeiterin Buchhaltung             | staff     | finance
            Vorstandsvorsitzende                     | c-level   | executive
            Begleiter                                |           |
            Gerente de Ventas                        | manager   | sales
            Directora General                        | c-level   | executive
            Director de Ventas                       | director  | sales
            Dueño                                    | owner     | executive
            Jefa de Recursos Humanos                 | manager   | hr
            Vicepresidente de Finanzas               | vp        | finance
            Becario                                  | intern    |
            Diretor de Vendas                        | director  | sales
            Sócio-fundador                           | owner     | executive
            Gerente Comercial                        | manager   |
            Estagiário de Marketing                  | intern    | marketing
            Coordenadora de TI                       | manager   | it
            Directeur commercial                     | director  | sales
            Directrice générale                      | c-level   | executive
            PDG                                      | c-level   | executive
            Chef de projet                           | manager   |
            Responsable des ventes                   | manager   | sales
            Stagiaire                                | intern    |
            DRH                                      | director  | hr
            Chargée d’affaires                       | staff     | sales
            """)
    void otherLanguages(String title, String seniority, String function) {
        englishTitles(title, seniority, function);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Assistant to the CEO",
                "Executive Assistant to the CEO",
                "Assistant to the CEO, CFO and COO",
                "EA to CEO",
                "CEO Assistant",
                "CEO's Assistant",
                "CFO’s Executive Assistant",
                "Personal Assistant to Managing Director",
                "Assistentin der Geschäftsführung",
                "Assistante de direction",
                "Asistente del Director General"
            })
    void whoAssistsABossIsNone(String title) {
        assertThat(TitleWords.seniority(title)).contains("staff");
        assertThat(TitleWords.function(title))
                .isIn(Optional.of("administration"), Optional.of("executive"), Optional.of("finance"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Analyst at Head Sports           | staff
            Engineer @ President Systems     | staff
            Engineer@Owner.com               | staff
            Former CEO, Consultant           | staff
            Ex-CEO / Advisor                 | staff
            Consultant (retired VP)          | staff
            Beraterin bei Vorstand AG        | staff
            CEO at Acme, Founder of Beta     | owner
            """)
    void employersAndPastPostsDoNotCount(String title, String seniority) {
        assertThat(TitleWords.seniority(title)).contains(seniority);
    }

    @Test
    void letterFormsDoNotMatter() {
        assertThat(TitleWords.seniority("ＣＥＯ")).contains("c-level");
        assertThat(TitleWords.seniority("𝐂𝐄𝐎")).contains("c-level");
        assertThat(TitleWords.seniority("Président")).contains("c-level");
        assertThat(TitleWords.seniority("Pre\u0301sident")).contains("c-level");
        assertThat(TitleWords.seniority("C\u00ADEO")).contains("c-level");
        assertThat(TitleWords.seniority("VICE\u00A0PRESIDENT")).contains("vp");
    }

    @Test
    void theValuesAreAClosedList() {
        assertThat(TitleWords.seniorities())
                .containsExactly(
                        "owner",
                        "c-level",
                        "vp",
                        "head",
                        "director",
                        "student",
                        "intern",
                        "entry",
                        "manager",
                        "senior",
                        "staff");
        assertThat(TitleWords.functions())
                .containsExactly(
                        "sales",
                        "revenue",
                        "marketing",
                        "customer-success",
                        "support",
                        "product",
                        "design",
                        "engineering",
                        "data",
                        "it",
                        "operations",
                        "procurement",
                        "finance",
                        "hr",
                        "legal",
                        "research",
                        "education",
                        "health",
                        "administration",
                        "executive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CEO ", "a", "c.", "lead ", "x\u0301\u0323", "chief a b c ", "- ", "assistant to ", "@"})
    void aTitleOfAMillionLettersIsReadToItsEnd(String part) {
        String title = part.repeat(1_000_000 / part.length());
        assertThat(TitleWords.seniority(title)).isIn(TitleWords.seniority(part), TitleWords.seniority(part + part));
        assertThat(TitleWords.function(title)).isIn(TitleWords.function(part), TitleWords.function(part + part));
    }
}
