"""A report of an invented council: figures, hedges, hyphens, quotation marks, accents; straight typography."""

from __future__ import annotations

PARAGRAPHS = (
    "The depot at Canal Street serves 41,300 households. It was opened in 1974 and has no covered workshop. Repairs "
    "cost £212,500 in 2023-24, which is 18.5% more than in the year before. Officers consider that the site may be too "
    "small for the new vehicles. A survey of staff found that 62% would prefer another site.",
    "Moving the service to Mill Lane would save £40,000 a year from 2026. The saving is expected to rise to £65,750 by "
    "2028. It does not include the cost of the lease. Without the move, spending is forecast to grow by 3.2% a year. "
    "The net effect on the budget for 2025-26 is -£0.4m, and -1.5% of the whole.",
    "The service will seek to identify ways to improve collections and to introduce efficiencies from economies of "
    "scale. It hopes to work with neighbouring councils. Early talks with Brackwell have been positive. No agreement "
    "has been signed. Any agreement would be subject to a decision of both executives.",
    "Missed collections fell from 14,200 in 2022 to 11,900 in 2024. Complaints fell by 22.453 per thousand households. "
    'The target for 2025 is fewer than 10,000. Crews "have worked wonders", in the words of the trade union side. The '
    "figures for the first quarter are not yet known.",
    "Residents' views were sought between 6 January and 14 February. There were 1,204 replies, of which 71% supported "
    "the move. Older people were less likely to reply on-line. A paper form was sent to 350 households on request. The "
    "council's website carried the questions in two languages.",
    "An equality analysis has not been completed. Officers do not anticipate any adverse effect on people with "
    "protected characteristics. Disabled residents who use assisted collections could be affected by a change of "
    "round. A full analysis will be brought to the committee before a decision is taken. Its findings might change "
    "the recommendation.",
    "The workforce numbers 84 full-time and 23 part-time posts. Up to 6 posts may be affected. There would be no "
    "compulsory redundancies. Sickness absence stood at 9.8 days in 2023, against 7.1 days for the council as a whole. "
    "Managers believe that a modern, purpose-built depot will cut it to 8.0 days.",
    "Three options were considered: staying, moving, and sharing a site with Brackwell. Option B (moving) scored 74 out "
    "of 100. Option C scored 71, but its costs are uncertain (+/- 15%). The scoring was not reviewed by anyone outside "
    "the service. Members may wish to ask how the weights were chosen.",
    "The café at the household waste site made £3,150 last year. It is run by Tŷ Gwyn, a not-for-profit company. Its "
    'lease ends at 12:30 on 31 March 2026. The company\'s view is that "a short closure need not be the end". Officers '
    "could not confirm that a new lease will be offered.",
    "Emissions from the fleet were 1,940 tonnes in 2023. Re-routing could reduce them by 5 to 10%. Electric vehicles "
    "cost about £185,000 each, £60,000 more than diesel ones. The first five would arrive in 2027 at the earliest. "
    "Whether the grid connection is sufficient has not been established.",
    "The risk register shows 4 high risks. The first is that planning permission is refused. The second is that the "
    "landlord withdraws; it is rated 12 of 25. The third is a rise of more than 2.5 points in interest rates. None of "
    "the four has an owner outside the project team.",
    "The executive is asked to note the report. It is not asked to decide. A further report, with a business case, "
    "will follow in the autumn. The chief finance officer advises that the figures are indicative. The monitoring "
    "officer has nothing to add.",
)
"""Twelve paragraphs of five sentences."""
