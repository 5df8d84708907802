using EngageBot.Language.Heads.Fitting;

namespace EngageBot.Reading;

/// <summary>A mention as learning sees it: its features, and the log-odds of each step before anything learned here is added.</summary>
internal sealed record StudiedMention(Glance Glance, GramCounts Grams, float[] Dense, float[] Odds);
