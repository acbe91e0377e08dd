package io.bellwether.engine.duckdb;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What people call a row that sums up others, in the languages that spreadsheets are written in. */
final class TotalWords {
    /** Whole texts, in lower case and without a colon. */
    static final Set<String> ALL = Set.of(("""
            total|totals|grand total|overall total|sum total|subtotal|sub-total|sub total|subtotals|overall|sum|sums
            summe|summen|gesamt|gesamtsumme|gesamtergebnis|gesamttotal|insgesamt|zwischensumme|endsumme|teilsumme
            total général|sous-total|sous total|totaux|totaux généraux|somme|somme totale
            total general|suma|suma total|sumas|subtotales|totales|gran total
            total geral|totais|soma|soma total|subtotais
            totale|totali|totale generale|totale complessivo|subtotale|somma
            totaal|totalen|eindtotaal|subtotaal|totaal generaal|som
            summa|totalt|totalsumma|delsumma|sum totalt|i alt|total i alt|subtotal i alt|yhteensä|välisumma|samtals
            razem|ogółem|suma końcowa|łącznie|celkem|součet|celkový součet|mezisoučet|spolu|súčet|celkový súčet
            összesen|mindösszesen|összeg|végösszeg|total de plată|ukupno|sveukupno|skupaj|vsota|kokku|kopā|iš viso|viso
            toplam|genel toplam|ara toplam|σύνολο|γενικό σύνολο|μερικό σύνολο
            итого|всего|итог|общий итог|промежуточный итог|сумма|разом|всього|усього|сума|общо|укупно|свеукупно
            合計|総計|小計|計|総合計|总计|合计|小计|总和|總計|總和|합계|총계|소계|총합계
            المجموع|الإجمالي|مجموع|إجمالي|סה"כ|סך הכל|कुल|कुल योग|योग|รวม|รวมทั้งสิ้น|tổng|tổng cộng|cộng|jumlah|jumlah total
            average|averages|durchschnitt|mittelwert|moyenne|promedio|gemiddelde|średnia|průměr|среднее|平均
            ∑|σ""").strip().split("\\s*[|\\n]\\s*"));

    /** Beside a name such a word is only part of one. */
    private static final Set<String> BESIDE_NAMES = Set.of("ergebnis", "result", "résultat");

    private static final Set<String> FOLDED =
            ALL.stream().map(TotalWords::folded).collect(Collectors.toUnmodifiableSet());

    private TotalWords() {}

    /** Whether the text is such a word and nothing more: {@code TOTAL:}. */
    static boolean isOne(String text) {
        return FOLDED.contains(folded(text));
    }

    /** Whether it begins or ends with one: {@code EU Total}, {@code Summe 2025}. */
    static boolean hasOne(String text) {
        String folded = folded(text);
        return FOLDED.stream().anyMatch(word -> isAtAnEnd(folded, word))
                || BESIDE_NAMES.stream().anyMatch(word -> isAtAnEnd(folded, folded(word)));
    }

    private static boolean isAtAnEnd(String text, String word) {
        if (text.length() <= word.length()) {
            return text.equals(word);
        }
        boolean ideographic = Character.isIdeographic(word.codePointAt(0));
        return text.startsWith(word) && (ideographic || !Character.isLetterOrDigit(text.charAt(word.length())))
                || text.endsWith(word)
                        && (ideographic || !Character.isLetterOrDigit(text.charAt(text.length() - word.length() - 1)));
    }

    /** Whatever its case, its accents and what is drawn around it. */
    private static String folded(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return bare.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll("^[ *=\\-–—(\\[]+|[ :;.*=\\-–—)\\]]+$", "");
    }
}
