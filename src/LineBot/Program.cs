using LineBot;

await LineBotService.Create(args).RunAsync();
