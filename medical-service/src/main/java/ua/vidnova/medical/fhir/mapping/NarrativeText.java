package ua.vidnova.medical.fhir.mapping;

import java.util.List;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** What a person reads of a FHIR resource. Texts are data: whatever is in them is shown as such. */
public final class NarrativeText {

  private NarrativeText() {}

  /** A list of one or more lines. */
  public static Narrative of(List<String> lines) {
    var div = new XhtmlNode(NodeType.Element, "div");
    div.attribute("xmlns", "http://www.w3.org/1999/xhtml");
    if (lines.size() == 1) {
      div.addTag("p").addText(lines.getFirst());
    } else {
      var list = div.addTag("ul");
      lines.forEach(line -> list.addTag("li").addText(line));
    }
    var narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
    narrative.setDiv(div);
    return narrative;
  }
}
