namespace EngageBot.Sandbox.Followers;

/// <summary>The part somebody plays: regulars talk three times as often as guests, neighbours (papers, shops, other houses) only mention in passing, sellers only sell, hecklers grumble and insult.</summary>
internal enum Part
{
    Guest,
    Regular,
    Neighbour,
    Seller,
    Heckler,
}
