package io.bellwether.app.init;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that people name columns with, in the languages whose exports we meet most. */
final class Vocabulary {
    /** Documents of a sale. */
    static final Set<String> SALES =
            words("invoice order transaction receipt purchase basket sale payment checkout charge "
                    + "rechnung bestellung auftrag commande facture pedido factura ordine fattura bestelling");

    /** What happens and has a number of its own. */
    static final Set<String> DOCUMENTS = union(
            SALES,
            words(
                    "ticket case booking reservation session visit trip ride shipment delivery claim incident request call "
                            + "issue appointment event lead deal opportunity contract subscription run build conversation beleg"));

    static final Set<String> BUYERS = words("customer client buyer kunde kunden cliente klant klanten acheteur");

    static final Set<String> PEOPLE = union(
            BUYERS,
            words(
                    "user account member patient student employee subscriber visitor person email guest driver agent supplier "
                            + "contact mitarbeiter benutzer"));

    /** What makes a column the number or the code of something. */
    static final Set<String> KEYS =
            words("id ids no nr num number code key uuid guid hash sku zip postcode plz phone telephone "
                    + "sk fk pk ref reference nummer numero isbn ean gtin upc iban bic asin barcode");

    /** A moment as a number, or a part of one: neither an id, nor summed, nor averaged. */
    static final Set<String> MOMENTS =
            words("timestamp time date datetime day epoch year month week weekday quarter hour minute "
                    + "second period dow doy ts at datum jahr monat tag woche quartal zeit fecha mes ano anio annee mois jour data "
                    + "giorno mese semester fy yyyymm yyyymmdd");

    static final Set<String> COSTS = words("cost expense spend spending fee discount refund refunded salary wage loss "
            + "cogs expenditure outlay payout kosten ausgabe aufwand gebuehr gebühr rabatt cout coût costo coste gasto "
            + "frais depense kost commission");

    /** Money that comes in, where the name alone says so. */
    static final Set<String> EARNED =
            words("revenue sales sale turnover income earning takings gmv umsatz erloes erlös erlöse "
                    + "umsaetze umsätze ventas ingreso fatturato omzet");

    static final Set<String> MONEY = union(
            EARNED,
            words("amount total paid profit charge budget net gross subtotal price payment debit credit betrag summe "
                    + "nettobetrag bruttobetrag montant importe valor bedrag importo kwota haben gewinn margin proceeds "
                    + "donation grant bill billing invoiced tax vat gst shipping tip postage mwst"));

    /** Money in a sale that is neither earned nor spent by whoever sells. */
    static final Set<String> PASSED_ON =
            words("tax vat gst shipping tip postage duty deposit mwst steuer trinkgeld versand");

    static final Set<String> QUANTITIES = words("quantity qty piece pieces units menge stueck stück quantite quantité "
            + "cantidad aantal quantita quantità");

    static final Set<String> PRICES = words("price unitprice preis prix precio prezzo prijs einzelpreis");

    static final Set<String> DURATIONS = words(
            "seconds minutes hours days duration latency elapsed ms milliseconds secs mins dauer minuten stunden tage");

    /** Made of two numbers: the mean over rows is not the whole's. */
    static final Set<String> RATIOS =
            words("rate ratio share percent percentage pct ctr cpc cpm cpa cpl roas roi per proportion "
                    + "quote anteil prozent avg average mean median aov arpu percentile stddev uplift cvr");

    /** What is there at a moment: sums of rows at different times count it again. */
    static final Set<String> STATES = words(
            "balance saldo stock inventory headcount backlog mrr arr kontostand bestand "
                    + "outstanding remaining available cumulative cumulated cum running ytd mtd qtd kumuliert capacity limit");

    /** What can be averaged. */
    static final Set<String> LEVELS =
            words("score rating nps csat satisfaction temperature temp age speed weight height "
                    + "humidity pressure value stars size length width distance depth alter temperatur gewicht");

    static final Set<String> SCORES = words("score rating nps csat satisfaction speed stars");

    /** Things that are counted: the plural. */
    static final Set<String> TALLIES =
            words("clicks impressions impr views pageviews signups conversions downloads installs "
                    + "leads visits sessions orders items errors passengers guests hits returns users visitors tickets calls "
                    + "purchases transactions engagements likes shares comments followers opens sends bounces unsubscribes "
                    + "deliveries shipments applications bookings reservations customers subscribers registrations events klicks "
                    + "besucher bestellungen anzahl count anfragen");

    /** What ends the name of a code, whatever stands before it. */
    static final Set<String> CODES =
            words("center centre kostenstelle kostenstellen org organisation organization office group "
                    + "area district region territory type class category channel terms method status state country city store shop "
                    + "branch filiale plant werk department dept section segment tier priority version line position pos item rank "
                    + "sequence seq index row serial batch lot bundle buchungskreis konto sachkonto ledger gl mandant division team "
                    + "campaign product article artikel material vendor lieferant warehouse lager site location zone sprint floor "
                    + "room seat table route terminal register kasse device model series chapter mcc sic naics gender flag "
                    + "lat lon lng latitude longitude ip port year rep manager owner assignee");

    private Vocabulary() {}

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
