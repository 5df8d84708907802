namespace EngageBot.Sandbox.Followers;

/// <summary>The part somebody plays: regulars talk three times as often as guests, sellers only sell, hecklers grumble and insult.</summary>
internal enum Part
{
    Guest,
    Regular,
    Seller,
    Heckler,
}
