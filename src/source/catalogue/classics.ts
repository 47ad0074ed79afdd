/**
 * Titles, years and genres of 902 films that everyone should find here, written down from general knowledge: the most
 * watched first, then the cinema of France, then a walk through the history of film. They replace what `films.ts`
 * says of the same film. One film a line: title, year, genres, separated by tabs.
 */
export const CLASSICS = `
The Shawshank Redemption	1994	Crime|Drama
The Godfather	1972	Crime|Drama
The Dark Knight	2008	Action|Crime|Drama|Superhero
Pulp Fiction	1994	Comedy|Crime|Drama|Thriller
The Matrix	1999	Action|Sci-Fi|Thriller
Inception	2010	Action|Sci-Fi|Thriller
Forrest Gump	1994	Comedy|Drama|Romance|War
Fight Club	1999	Crime|Drama|Thriller
The Lord of the Rings: The Fellowship of the Ring	2001	Adventure|Fantasy
The Lord of the Rings: The Two Towers	2002	Adventure|Fantasy
The Lord of the Rings: The Return of the King	2003	Action|Adventure|Drama|Fantasy
Star Wars: Episode IV - A New Hope	1977	Action|Adventure|Sci-Fi
Star Wars: Episode V - The Empire Strikes Back	1980	Action|Adventure|Sci-Fi
Star Wars: Episode VI - Return of the Jedi	1983	Action|Adventure|Sci-Fi
Jurassic Park	1993	Action|Adventure|Sci-Fi|Thriller
The Silence of the Lambs	1991	Crime|Horror|Thriller
Se7en	1995	Crime|Mystery|Thriller
The Godfather: Part II	1974	Crime|Drama
Schindler's List	1993	Biography|Drama|War
Interstellar	2014	Adventure|Drama|Sci-Fi
Goodfellas	1990	Biography|Crime|Drama
Léon: The Professional	1994	Action|Crime|Drama|Thriller
Amélie	2001	Comedy|Fantasy|Romance
Terminator 2: Judgment Day	1991	Action|Sci-Fi
Back to the Future	1985	Adventure|Comedy|Sci-Fi
Raiders of the Lost Ark	1981	Action|Adventure
Saving Private Ryan	1998	Action|Drama|War
Gladiator	2000	Action|Adventure|Drama
The Usual Suspects	1995	Crime|Mystery|Thriller
Titanic	1997	Drama|Romance
Toy Story	1995	Adventure|Animation|Children|Comedy|Fantasy
Finding Nemo	2003	Adventure|Animation|Children|Comedy
The Lion King	1994	Adventure|Animation|Children|Drama|Musical
WALL-E	2008	Adventure|Animation|Children|Romance|Sci-Fi
Up	2009	Adventure|Animation|Children|Drama
Spirited Away	2001	Adventure|Animation|Fantasy
Memento	2000	Mystery|Thriller
American Beauty	1999	Drama|Romance
The Sixth Sense	1999	Drama|Horror|Mystery
The Departed	2006	Crime|Drama|Thriller
The Prestige	2006	Drama|Mystery|Sci-Fi|Thriller
Inglourious Basterds	2009	Action|Drama|War
Django Unchained	2012	Action|Drama|Western
Kill Bill: Volume 1	2003	Action|Crime|Thriller
Kill Bill: Volume 2	2004	Action|Drama|Thriller
Reservoir Dogs	1992	Crime|Mystery|Thriller
Alien	1979	Horror|Sci-Fi
Aliens	1986	Action|Adventure|Horror|Sci-Fi
Blade Runner	1982	Action|Sci-Fi|Thriller
The Terminator	1984	Action|Sci-Fi|Thriller
Die Hard	1988	Action|Crime|Thriller
Braveheart	1995	Action|Drama|War
Apocalypse Now	1979	Action|Drama|War
Full Metal Jacket	1987	Drama|War
The Shining	1980	Horror
A Clockwork Orange	1971	Crime|Drama|Sci-Fi
2001: A Space Odyssey	1968	Adventure|Drama|Sci-Fi
Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb	1964	Comedy|War
One Flew Over the Cuckoo's Nest	1975	Drama
Taxi Driver	1976	Crime|Drama|Thriller
Raging Bull	1980	Biography|Drama
Psycho	1960	Crime|Horror|Thriller
Vertigo	1958	Drama|Mystery|Romance|Thriller
Rear Window	1954	Mystery|Thriller
North by Northwest	1959	Action|Adventure|Mystery|Romance|Thriller
The Birds	1963	Horror|Thriller
Casablanca	1942	Drama|Romance|War
Citizen Kane	1941	Drama|Mystery
12 Angry Men	1957	Drama
The Wizard of Oz	1939	Adventure|Children|Fantasy|Musical
Gone with the Wind	1939	Drama|Romance|War
It's a Wonderful Life	1946	Children|Drama|Fantasy|Romance
Singin' in the Rain	1952	Comedy|Musical|Romance
Some Like It Hot	1959	Comedy|Crime
Lawrence of Arabia	1962	Adventure|Biography|Drama|War
To Kill a Mockingbird	1962	Drama
The Graduate	1967	Comedy|Drama|Romance
Chinatown	1974	Crime|Film-Noir|Mystery|Thriller
Jaws	1975	Action|Horror
E.T. the Extra-Terrestrial	1982	Children|Drama|Sci-Fi
Close Encounters of the Third Kind	1977	Adventure|Drama|Sci-Fi
Indiana Jones and the Last Crusade	1989	Action|Adventure
Monty Python and the Holy Grail	1975	Adventure|Comedy|Fantasy
Life of Brian	1979	Comedy
The Princess Bride	1987	Action|Adventure|Comedy|Fantasy|Romance
Groundhog Day	1993	Comedy|Fantasy|Romance
Ghostbusters	1984	Action|Comedy|Sci-Fi
The Breakfast Club	1985	Comedy|Drama
When Harry Met Sally...	1989	Comedy|Romance
Pretty Woman	1990	Comedy|Romance
Notting Hill	1999	Comedy|Romance
Four Weddings and a Funeral	1994	Comedy|Romance
Love Actually	2003	Comedy|Drama|Romance
The Big Lebowski	1998	Comedy|Crime
Fargo	1996	Comedy|Crime|Drama|Thriller
No Country for Old Men	2007	Crime|Drama|Thriller
O Brother, Where Art Thou?	2000	Adventure|Comedy|Crime
There Will Be Blood	2007	Drama|Western
Donnie Darko	2001	Drama|Mystery|Sci-Fi|Thriller
Eternal Sunshine of the Spotless Mind	2004	Drama|Romance|Sci-Fi
Lost in Translation	2003	Comedy|Drama|Romance
American History X	1998	Crime|Drama
Requiem for a Dream	2000	Drama
Trainspotting	1996	Comedy|Crime|Drama
Snatch	2000	Comedy|Crime|Thriller
Lock, Stock and Two Smoking Barrels	1998	Comedy|Crime|Thriller
Heat	1995	Action|Crime|Thriller
Casino	1995	Crime|Drama
Scarface	1983	Action|Crime|Drama
The Untouchables	1987	Action|Crime|Drama
L.A. Confidential	1997	Crime|Film-Noir|Mystery|Thriller
The Green Mile	1999	Crime|Drama|Fantasy
Good Will Hunting	1997	Drama|Romance
Dead Poets Society	1989	Drama
A Beautiful Mind	2001	Biography|Drama|Romance
The Truman Show	1998	Comedy|Drama|Sci-Fi
Edward Scissorhands	1990	Drama|Fantasy|Romance
Beetlejuice	1988	Comedy|Fantasy
The Nightmare Before Christmas	1993	Animation|Children|Fantasy|Musical
Beauty and the Beast	1991	Animation|Children|Fantasy|Musical|Romance
Aladdin	1992	Adventure|Animation|Children|Comedy|Musical
Monsters, Inc.	2001	Adventure|Animation|Children|Comedy|Fantasy
The Incredibles	2004	Action|Adventure|Animation|Children|Comedy
Ratatouille	2007	Animation|Children|Drama
Toy Story 2	1999	Adventure|Animation|Children|Comedy|Fantasy
Toy Story 3	2010	Adventure|Animation|Children|Comedy|Fantasy
A Bug's Life	1998	Adventure|Animation|Children|Comedy
Cars	2006	Animation|Children|Comedy
Shrek	2001	Adventure|Animation|Children|Comedy|Fantasy|Romance
Shrek 2	2004	Adventure|Animation|Children|Comedy|Musical|Romance
Ice Age	2002	Adventure|Animation|Children|Comedy
How to Train Your Dragon	2010	Adventure|Animation|Children|Fantasy
Despicable Me	2010	Animation|Children|Comedy|Crime
Snow White and the Seven Dwarfs	1937	Animation|Children|Drama|Fantasy|Musical
Pinocchio	1940	Animation|Children|Fantasy|Musical
Fantasia	1940	Animation|Children|Fantasy|Musical
Bambi	1942	Animation|Children|Drama
Cinderella	1950	Animation|Children|Fantasy|Musical|Romance
Alice in Wonderland	1951	Adventure|Animation|Children|Fantasy|Musical
Peter Pan	1953	Animation|Children|Fantasy|Musical
Sleeping Beauty	1959	Animation|Children|Musical
The Jungle Book	1967	Animation|Children|Comedy|Musical
Mary Poppins	1964	Children|Comedy|Fantasy|Musical
The Sound of Music	1965	Musical|Romance
My Neighbor Totoro	1988	Animation|Children|Drama|Fantasy
Princess Mononoke	1997	Action|Adventure|Animation|Drama|Fantasy
Howl's Moving Castle	2004	Adventure|Animation|Fantasy|Romance
Grave of the Fireflies	1988	Animation|Drama|War
Akira	1988	Action|Adventure|Animation|Sci-Fi
Ghost in the Shell	1995	Animation|Sci-Fi
The Iron Giant	1999	Adventure|Animation|Children|Drama|Sci-Fi
Chicken Run	2000	Animation|Children|Comedy
Harry Potter and the Sorcerer's Stone	2001	Adventure|Children|Fantasy
Harry Potter and the Chamber of Secrets	2002	Adventure|Children|Fantasy
Harry Potter and the Prisoner of Azkaban	2004	Adventure|Fantasy
Harry Potter and the Goblet of Fire	2005	Adventure|Fantasy|Thriller
Harry Potter and the Deathly Hallows: Part 2	2011	Action|Adventure|Drama|Fantasy|Mystery
Pirates of the Caribbean: The Curse of the Black Pearl	2003	Action|Adventure|Comedy|Fantasy
Spider-Man	2002	Action|Adventure|Sci-Fi|Superhero
Spider-Man 2	2004	Action|Adventure|Sci-Fi|Superhero
X-Men	2000	Action|Adventure|Sci-Fi|Superhero
X2	2003	Action|Adventure|Sci-Fi|Superhero
Batman	1989	Action|Crime|Thriller|Superhero
Batman Begins	2005	Action|Crime|Superhero
The Dark Knight Rises	2012	Action|Adventure|Crime|Superhero
Iron Man	2008	Action|Adventure|Sci-Fi|Superhero
Superman	1978	Action|Adventure|Sci-Fi|Superhero
The Avengers	2012	Action|Adventure|Sci-Fi|Superhero
Guardians of the Galaxy	2014	Action|Adventure|Comedy|Sci-Fi|Superhero
Captain America: The Winter Soldier	2014	Action|Adventure|Sci-Fi|Superhero
Black Panther	2018	Action|Adventure|Sci-Fi|Superhero
Thor: Ragnarok	2017	Action|Adventure|Comedy|Fantasy|Superhero
Avengers: Infinity War	2018	Action|Adventure|Sci-Fi|Superhero
Avengers: Endgame	2019	Action|Adventure|Drama|Sci-Fi|Superhero
Logan	2017	Action|Drama|Sci-Fi|Superhero
Deadpool	2016	Action|Adventure|Comedy|Superhero
Wonder Woman	2017	Action|Adventure|Fantasy|Superhero
Joker	2019	Crime|Drama|Thriller
Spider-Man: Into the Spider-Verse	2018	Action|Adventure|Animation|Sci-Fi|Superhero
V for Vendetta	2005	Action|Sci-Fi|Thriller
Sin City	2005	Action|Crime|Film-Noir|Thriller
300	2006	Action|Fantasy|War
Avatar	2009	Action|Adventure|Sci-Fi
District 9	2009	Mystery|Sci-Fi|Thriller
Moon	2009	Drama|Mystery|Sci-Fi|Thriller
Children of Men	2006	Action|Adventure|Drama|Sci-Fi|Thriller
Minority Report	2002	Action|Crime|Mystery|Sci-Fi|Thriller
Twelve Monkeys	1995	Mystery|Sci-Fi|Thriller
Brazil	1985	Fantasy|Sci-Fi
The Fifth Element	1997	Action|Adventure|Comedy|Sci-Fi
Gattaca	1997	Drama|Sci-Fi|Thriller
Contact	1997	Drama|Sci-Fi
Total Recall	1990	Action|Adventure|Sci-Fi|Thriller
RoboCop	1987	Action|Crime|Sci-Fi|Thriller
Predator	1987	Action|Sci-Fi|Thriller
The Thing	1982	Action|Horror|Sci-Fi|Thriller
Planet of the Apes	1968	Action|Drama|Sci-Fi
Mad Max	1979	Action|Adventure|Sci-Fi
Mad Max 2: The Road Warrior	1981	Action|Adventure|Sci-Fi|Thriller
Mad Max: Fury Road	2015	Action|Adventure|Sci-Fi|Thriller
Gravity	2013	Drama|Sci-Fi|Thriller
The Martian	2015	Adventure|Drama|Sci-Fi
Arrival	2016	Drama|Mystery|Sci-Fi
Ex Machina	2014	Drama|Sci-Fi|Thriller
Her	2013	Drama|Romance|Sci-Fi
Edge of Tomorrow	2014	Action|Sci-Fi
Blade Runner 2049	2017	Drama|Mystery|Sci-Fi
Dune	2021	Adventure|Drama|Sci-Fi
Dune: Part Two	2024	Action|Adventure|Drama|Sci-Fi
Tenet	2020	Action|Sci-Fi|Thriller
Dunkirk	2017	Action|Drama|Thriller|War
Oppenheimer	2023	Biography|Drama
Barbie	2023	Adventure|Comedy|Fantasy
Everything Everywhere All at Once	2022	Action|Adventure|Comedy|Sci-Fi
Top Gun	1986	Action|Romance
Top Gun: Maverick	2022	Action|Drama
Parasite	2019	Comedy|Drama|Thriller
Whiplash	2014	Drama
La La Land	2016	Comedy|Drama|Musical|Romance
Moonlight	2016	Drama
Manchester by the Sea	2016	Drama
The Social Network	2010	Biography|Drama
The King's Speech	2010	Biography|Drama
Black Swan	2010	Drama|Thriller
Shutter Island	2010	Drama|Mystery|Thriller
The Wolf of Wall Street	2013	Biography|Comedy|Crime|Drama
12 Years a Slave	2013	Biography|Drama
Gone Girl	2014	Drama|Mystery|Thriller
Prisoners	2013	Drama|Mystery|Thriller
Sicario	2015	Crime|Drama|Mystery|Thriller
Nightcrawler	2014	Crime|Drama|Thriller
Drive	2011	Crime|Drama|Film-Noir|Thriller
The Grand Budapest Hotel	2014	Adventure|Comedy|Crime
Moonrise Kingdom	2012	Comedy|Drama|Romance
The Royal Tenenbaums	2001	Comedy|Drama
Fantastic Mr. Fox	2009	Adventure|Animation|Children|Comedy|Crime
Boyhood	2014	Drama
Birdman	2014	Comedy|Drama
The Revenant	2015	Adventure|Drama
The Hateful Eight	2015	Crime|Drama|Mystery|Western
Once Upon a Time in Hollywood	2019	Comedy|Drama
Spotlight	2015	Biography|Crime|Drama
The Big Short	2015	Biography|Comedy|Drama
Argo	2012	Biography|Drama|Thriller
Life of Pi	2012	Adventure|Drama|Fantasy
Silver Linings Playbook	2012	Comedy|Drama|Romance
Skyfall	2012	Action|Adventure|Thriller
Casino Royale	2006	Action|Adventure|Thriller
Mission: Impossible - Fallout	2018	Action|Adventure|Thriller
Baby Driver	2017	Action|Crime|Thriller
Get Out	2017	Horror|Mystery|Thriller
Hereditary	2018	Drama|Horror|Mystery
A Quiet Place	2018	Drama|Horror|Sci-Fi
It Follows	2014	Horror|Mystery|Thriller
The Conjuring	2013	Horror|Mystery|Thriller
The Babadook	2014	Drama|Horror|Mystery
Knives Out	2019	Comedy|Crime|Mystery|Thriller
Three Billboards Outside Ebbing, Missouri	2017	Comedy|Crime|Drama
The Shape of Water	2017	Adventure|Drama|Fantasy|Romance
Lady Bird	2017	Comedy|Drama
Call Me by Your Name	2017	Drama|Romance
Little Women	2019	Drama|Romance
Jojo Rabbit	2019	Comedy|Drama|War
1917	2019	Action|Drama|War
Nomadland	2020	Drama
Inside Out	2015	Adventure|Animation|Children|Comedy|Drama
Coco	2017	Adventure|Animation|Children|Fantasy|Musical
Zootopia	2016	Adventure|Animation|Children|Comedy|Mystery
Frozen	2013	Adventure|Animation|Children|Comedy|Fantasy|Musical
Soul	2020	Adventure|Animation|Children|Comedy|Fantasy
The Lego Movie	2014	Action|Adventure|Animation|Children|Comedy
Your Name	2016	Animation|Drama|Fantasy|Romance
The Hunger Games	2012	Action|Adventure|Drama|Sci-Fi
The Hobbit: An Unexpected Journey	2012	Adventure|Fantasy
Star Wars: Episode VII - The Force Awakens	2015	Action|Adventure|Sci-Fi
Rogue One	2016	Action|Adventure|Sci-Fi
Rise of the Planet of the Apes	2011	Action|Drama|Sci-Fi
Bridesmaids	2011	Comedy|Romance
The Artist	2011	Comedy|Drama|Romance
Hugo	2011	Adventure|Children|Drama|Mystery
Midnight in Paris	2011	Comedy|Fantasy|Romance
The Intouchables	2011	Biography|Comedy|Drama
A Separation	2011	Drama|Mystery
Amour	2012	Drama|Romance
The Hunt	2012	Drama
The Great Beauty	2013	Drama
Blue Is the Warmest Color	2013	Drama|Romance
Wild Tales	2014	Comedy|Drama|Thriller
Ida	2013	Drama
Mommy	2014	Drama
Portrait of a Lady on Fire	2019	Drama|Romance
Roma	2018	Drama
Cold War	2018	Drama|Musical|Romance
Shoplifters	2018	Crime|Drama
Drive My Car	2021	Drama
The Handmaiden	2016	Drama|Romance|Thriller
Toni Erdmann	2016	Comedy|Drama
Anatomy of a Fall	2023	Crime|Drama|Thriller
Past Lives	2023	Drama|Romance
Poor Things	2023	Comedy|Drama|Romance|Sci-Fi
The Zone of Interest	2023	Drama|War
La Haine	1995	Crime|Drama
The City of Lost Children	1995	Adventure|Drama|Fantasy|Mystery|Sci-Fi
Delicatessen	1991	Comedy|Drama|Sci-Fi
A Very Long Engagement	2004	Drama|Mystery|Romance|War
The Big Blue	1988	Adventure|Drama|Romance
Nikita	1990	Action|Thriller
Subway	1985	Action|Comedy|Drama
Betty Blue	1986	Drama|Romance
The Dinner Game	1998	Comedy
The Visitors	1993	Comedy|Fantasy|Sci-Fi
Santa Claus Is a Stinker	1982	Comedy
French Fried Vacation	1978	Comedy
La Grande Vadrouille	1966	Adventure|Comedy|War
The Mad Adventures of Rabbi Jacob	1973	Adventure|Comedy
The Wing or the Thigh?	1976	Comedy
The Umbrellas of Cherbourg	1964	Drama|Musical|Romance
The Young Girls of Rochefort	1967	Comedy|Drama|Musical|Romance
Donkey Skin	1970	Fantasy|Musical|Romance
The 400 Blows	1959	Crime|Drama
Jules and Jim	1962	Drama|Romance
Day for Night	1973	Comedy|Drama|Romance
The Last Metro	1980	Drama|Romance|War
Breathless	1960	Crime|Drama|Romance
Contempt	1963	Drama|Romance
Pierrot le Fou	1965	Crime|Drama|Romance
Band of Outsiders	1964	Comedy|Crime|Drama
Alphaville	1965	Mystery|Sci-Fi|Thriller
Cléo from 5 to 7	1962	Comedy|Drama
Vagabond	1985	Drama
The Gleaners and I	2000	Documentary
Hiroshima Mon Amour	1959	Drama|Romance
Last Year at Marienbad	1961	Drama|Mystery|Romance
Night and Fog	1956	Documentary|War
My Night at Maud's	1969	Comedy|Drama|Romance
The Green Ray	1986	Drama|Romance
Claire's Knee	1970	Comedy|Drama|Romance
Le Samouraï	1967	Crime|Drama|Thriller
Le Cercle rouge	1970	Crime|Thriller
Army of Shadows	1969	Drama|Thriller|War
Bob le flambeur	1956	Crime|Drama|Thriller
Elevator to the Gallows	1958	Crime|Drama|Film-Noir|Thriller
Rififi	1955	Crime|Drama|Thriller
The Wages of Fear	1953	Action|Adventure|Drama|Thriller
Diabolique	1955	Crime|Drama|Horror|Mystery
Eyes Without a Face	1960	Drama|Horror|Thriller
Mr. Hulot's Holiday	1953	Comedy
Mon Oncle	1958	Comedy
Playtime	1967	Comedy
The Rules of the Game	1939	Comedy|Drama
Grand Illusion	1937	Drama|War
Children of Paradise	1945	Drama|Romance
Port of Shadows	1938	Crime|Drama|Romance
Beauty and the Beast	1946	Drama|Fantasy|Romance
L'Atalante	1934	Comedy|Drama|Romance
The Passion of Joan of Arc	1928	Biography|Drama
A Trip to the Moon	1902	Adventure|Comedy|Fantasy|Sci-Fi
A Man Escaped	1956	Drama|Thriller|War
Pickpocket	1959	Crime|Drama
Au hasard Balthazar	1966	Drama
Forbidden Games	1952	Drama|War
Going Places	1974	Comedy|Crime|Drama
The Mother and the Whore	1973	Drama|Romance
Stolen Kisses	1968	Comedy|Drama|Romance
Jean de Florette	1986	Drama
Manon of the Spring	1986	Drama
Cyrano de Bergerac	1990	Comedy|Drama|Romance
Au revoir les enfants	1987	Drama|War
Queen Margot	1994	Biography|Drama|Romance
Ridicule	1996	Comedy|Drama
Three Colors: Blue	1993	Drama
Three Colors: White	1994	Comedy|Drama|Romance
Three Colors: Red	1994	Drama|Mystery|Romance
The Double Life of Véronique	1991	Drama|Fantasy|Romance
Indochine	1992	Drama|Romance
Tous les matins du monde	1991	Drama|Romance
La Cérémonie	1995	Crime|Drama|Thriller
Caché	2005	Drama|Mystery|Thriller
8 Women	2002	Comedy|Crime|Musical|Mystery
Swimming Pool	2003	Crime|Drama|Mystery|Thriller
Read My Lips	2001	Crime|Drama|Romance|Thriller
The Beat That My Heart Skipped	2005	Crime|Drama|Romance
A Prophet	2009	Crime|Drama
Rust and Bone	2012	Drama|Romance
Tell No One	2006	Crime|Drama|Mystery|Thriller
The Class	2008	Drama
Entre ses mains	2005	Drama|Thriller
La Vie en Rose	2007	Biography|Drama|Musical
The Diving Bell and the Butterfly	2007	Biography|Drama
Welcome to the Sticks	2008	Comedy
Of Gods and Men	2010	Drama
Little White Lies	2010	Comedy|Drama
OSS 117: Cairo, Nest of Spies	2006	Action|Comedy
The Chorus	2004	Drama
March of the Penguins	2005	Documentary
Kirikou and the Sorceress	1998	Adventure|Animation|Children|Fantasy
The Triplets of Belleville	2003	Animation|Comedy|Drama
Persepolis	2007	Animation|Biography|Drama|War
Ernest & Celestine	2012	Adventure|Animation|Children|Comedy
The King and the Mockingbird	1980	Animation|Children|Fantasy
Fantastic Planet	1973	Animation|Sci-Fi
La Jetée	1962	Romance|Sci-Fi
Holy Motors	2012	Drama|Fantasy
Elle	2016	Crime|Drama|Thriller
120 Beats per Minute	2017	Drama
Les Misérables	2019	Crime|Drama|Thriller
Girlhood	2014	Drama
Titane	2021	Drama|Horror|Sci-Fi
Metropolis	1927	Drama|Sci-Fi
M	1931	Crime|Film-Noir|Thriller
Nosferatu	1922	Horror
The Cabinet of Dr. Caligari	1920	Crime|Fantasy|Horror
Battleship Potemkin	1925	Drama|War
The General	1926	Action|Adventure|Comedy|War
Sherlock Jr.	1924	Comedy|Fantasy|Romance
The Gold Rush	1925	Adventure|Comedy|Romance
City Lights	1931	Comedy|Drama|Romance
Modern Times	1936	Comedy|Drama|Romance
The Great Dictator	1940	Comedy|Drama|War
Sunrise: A Song of Two Humans	1927	Drama|Romance
Duck Soup	1933	Comedy|Musical|War
King Kong	1933	Action|Adventure|Fantasy|Horror
Frankenstein	1931	Drama|Horror|Sci-Fi
Dracula	1931	Horror
Bringing Up Baby	1938	Comedy|Romance
The Adventures of Robin Hood	1938	Action|Adventure|Romance
Stagecoach	1939	Action|Drama|Western
Mr. Smith Goes to Washington	1939	Drama
Rebecca	1940	Drama|Mystery|Romance|Thriller
The Philadelphia Story	1940	Comedy|Drama|Romance
His Girl Friday	1940	Comedy|Romance
The Maltese Falcon	1941	Film-Noir|Mystery
Double Indemnity	1944	Crime|Drama|Film-Noir
Laura	1944	Crime|Film-Noir|Mystery
Arsenic and Old Lace	1944	Comedy|Mystery|Thriller
Notorious	1946	Film-Noir|Romance|Thriller
The Big Sleep	1946	Crime|Film-Noir|Mystery
Brief Encounter	1945	Drama|Romance
Great Expectations	1946	Drama|Mystery
Black Narcissus	1947	Drama
The Red Shoes	1948	Drama|Musical|Romance
Bicycle Thieves	1948	Drama
Rome, Open City	1945	Drama|War
Rope	1948	Crime|Drama|Thriller
The Treasure of the Sierra Madre	1948	Action|Adventure|Drama|Western
The Third Man	1949	Film-Noir|Mystery|Thriller
Kind Hearts and Coronets	1949	Comedy|Drama
All About Eve	1950	Drama
Sunset Boulevard	1950	Drama|Film-Noir|Romance
Rashomon	1950	Crime|Drama|Mystery
Strangers on a Train	1951	Crime|Drama|Film-Noir|Thriller
The African Queen	1951	Adventure|Comedy|Romance|War
A Streetcar Named Desire	1951	Drama
The Day the Earth Stood Still	1951	Drama|Sci-Fi|Thriller
High Noon	1952	Drama|Western
Ikiru	1952	Drama
Roman Holiday	1953	Comedy|Drama|Romance
Tokyo Story	1953	Drama
Ugetsu	1953	Drama|Fantasy
Shane	1953	Drama|Western
Seven Samurai	1954	Action|Adventure|Drama
On the Waterfront	1954	Crime|Drama
Dial M for Murder	1954	Crime|Mystery|Thriller
Sabrina	1954	Comedy|Romance
La Strada	1954	Drama
Godzilla	1954	Drama|Horror|Sci-Fi
Rebel Without a Cause	1955	Drama
The Night of the Hunter	1955	Drama|Film-Noir|Thriller
Pather Panchali	1955	Drama
To Catch a Thief	1955	Crime|Mystery|Romance|Thriller
The Searchers	1956	Drama|Western
Invasion of the Body Snatchers	1956	Horror|Sci-Fi|Thriller
Forbidden Planet	1956	Drama|Sci-Fi
The Seventh Seal	1957	Drama|Fantasy
Wild Strawberries	1957	Drama
Throne of Blood	1957	Drama|Thriller
Paths of Glory	1957	Drama|War
Witness for the Prosecution	1957	Drama|Mystery|Thriller
The Bridge on the River Kwai	1957	Adventure|Drama|War
Sweet Smell of Success	1957	Drama|Film-Noir
Nights of Cabiria	1957	Drama
Touch of Evil	1958	Crime|Film-Noir|Thriller
The Hidden Fortress	1958	Action|Adventure
Ben-Hur	1959	Action|Adventure|Drama
Anatomy of a Murder	1959	Drama|Mystery
Rio Bravo	1959	Western
La Dolce Vita	1960	Comedy|Drama
L'Avventura	1960	Drama|Mystery|Romance
The Apartment	1960	Comedy|Drama|Romance
The Magnificent Seven	1960	Action|Adventure|Western
Spartacus	1960	Action|Drama|Romance|War
Peeping Tom	1960	Drama|Horror|Thriller
Breakfast at Tiffany's	1961	Drama|Romance
West Side Story	1961	Drama|Musical|Romance
Yojimbo	1961	Action|Adventure
Viridiana	1961	Comedy|Drama
The Exterminating Angel	1962	Comedy|Drama|Fantasy
Lolita	1962	Drama|Romance
The Manchurian Candidate	1962	Crime|Thriller|War
Dr. No	1962	Action|Adventure|Thriller
8½	1963	Drama|Fantasy
The Leopard	1963	Drama|War
The Great Escape	1963	Action|Adventure|Drama|War
Charade	1963	Comedy|Crime|Mystery|Romance|Thriller
The Pink Panther	1963	Comedy|Crime
From Russia with Love	1963	Action|Adventure|Thriller
Goldfinger	1964	Action|Adventure|Thriller
A Fistful of Dollars	1964	Action|Western
For a Few Dollars More	1965	Action|Drama|Thriller|Western
The Good, the Bad and the Ugly	1966	Action|Adventure|Western
Once Upon a Time in the West	1968	Action|Drama|Western
Doctor Zhivago	1965	Drama|Romance|War
Repulsion	1965	Drama|Horror|Thriller
The Battle of Algiers	1966	Drama|War
Persona	1966	Drama
Andrei Rublev	1966	Biography|Drama
Blow-Up	1966	Drama|Mystery|Thriller
Belle de Jour	1967	Drama
Bonnie and Clyde	1967	Crime|Drama
Cool Hand Luke	1967	Drama
Guess Who's Coming to Dinner	1967	Drama
In the Heat of the Night	1967	Drama|Mystery
The Producers	1967	Comedy
Night of the Living Dead	1968	Horror|Sci-Fi|Thriller
Rosemary's Baby	1968	Drama|Horror|Thriller
Bullitt	1968	Action|Crime|Drama
Midnight Cowboy	1969	Drama
Easy Rider	1969	Adventure|Drama
Butch Cassidy and the Sundance Kid	1969	Action|Western
The Wild Bunch	1969	Adventure|Western
Z	1969	Drama|Mystery|Thriller
The Conformist	1970	Drama
Patton	1970	Biography|Drama|War
Harold and Maude	1971	Comedy|Drama|Romance
Willy Wonka & the Chocolate Factory	1971	Children|Comedy|Fantasy|Musical
Dirty Harry	1971	Action|Crime|Thriller
The French Connection	1971	Action|Crime|Thriller
Cabaret	1972	Drama|Musical
Solaris	1972	Drama|Mystery|Sci-Fi
Aguirre, the Wrath of God	1972	Adventure|Drama
The Discreet Charm of the Bourgeoisie	1972	Comedy|Drama|Fantasy
Enter the Dragon	1973	Action|Adventure|Crime
The Exorcist	1973	Horror|Mystery
The Sting	1973	Comedy|Crime
The Wicker Man	1973	Drama|Horror|Mystery
Don't Look Now	1973	Drama|Horror|Thriller
Amarcord	1973	Comedy|Drama
The Spirit of the Beehive	1973	Drama
Badlands	1973	Crime|Drama|Thriller
Mean Streets	1973	Crime|Drama
Sleeper	1973	Comedy|Sci-Fi
Blazing Saddles	1974	Comedy|Western
Young Frankenstein	1974	Comedy|Fantasy
The Conversation	1974	Drama|Mystery
Ali: Fear Eats the Soul	1974	Drama|Romance
A Woman Under the Influence	1974	Drama|Romance
The Texas Chain Saw Massacre	1974	Horror
Barry Lyndon	1975	Drama|Romance|War
Dog Day Afternoon	1975	Crime|Drama
Picnic at Hanging Rock	1975	Drama|Mystery
The Mirror	1975	Drama
The Rocky Horror Picture Show	1975	Comedy|Horror|Musical|Sci-Fi
Rocky	1976	Drama
Network	1976	Comedy|Drama
All the President's Men	1976	Drama|Thriller
Carrie	1976	Drama|Fantasy|Horror|Thriller
Annie Hall	1977	Comedy|Romance
Suspiria	1977	Horror
Saturday Night Fever	1977	Comedy|Drama|Romance
Halloween	1978	Horror
The Deer Hunter	1978	Drama|War
Days of Heaven	1978	Drama
Grease	1978	Comedy|Musical|Romance
Animal House	1978	Comedy
Manhattan	1979	Comedy|Drama|Romance
Kramer vs. Kramer	1979	Drama
Stalker	1979	Drama|Mystery|Sci-Fi
The Tin Drum	1979	Drama|War
All That Jazz	1979	Drama|Fantasy|Musical
Airplane!	1980	Comedy
The Blues Brothers	1980	Action|Comedy|Musical
The Elephant Man	1980	Biography|Drama
Kagemusha	1980	Drama|War
Das Boot	1981	Action|Drama|War
An American Werewolf in London	1981	Comedy|Horror|Thriller
Chariots of Fire	1981	Drama
Possession	1981	Drama|Horror
Gandhi	1982	Biography|Drama
Tootsie	1982	Comedy|Romance
Fanny and Alexander	1982	Drama|Fantasy|Mystery
Fitzcarraldo	1982	Adventure|Drama
The King of Comedy	1982	Comedy|Drama
Tron	1982	Action|Adventure|Sci-Fi
WarGames	1983	Drama|Sci-Fi|Thriller
A Christmas Story	1983	Children|Comedy
The Right Stuff	1983	Drama
Amadeus	1984	Biography|Drama
Paris, Texas	1984	Drama|Romance
Once Upon a Time in America	1984	Crime|Drama
This Is Spinal Tap	1984	Comedy
A Nightmare on Elm Street	1984	Horror|Thriller
Gremlins	1984	Comedy|Horror
The NeverEnding Story	1984	Adventure|Children|Fantasy
Nausicaä of the Valley of the Wind	1984	Adventure|Animation|Drama|Fantasy|Sci-Fi
The Killing Fields	1984	Drama|War
Ran	1985	Drama|War
Come and See	1985	Drama|War
Out of Africa	1985	Drama|Romance
The Color Purple	1985	Drama
The Goonies	1985	Action|Adventure|Children|Comedy|Fantasy
After Hours	1985	Comedy|Thriller
Platoon	1986	Drama|War
Stand by Me	1986	Adventure|Drama
Blue Velvet	1986	Drama|Mystery|Thriller
Ferris Bueller's Day Off	1986	Comedy
The Fly	1986	Drama|Horror|Sci-Fi|Thriller
A Room with a View	1985	Drama|Romance
Down by Law	1986	Comedy|Drama
Wings of Desire	1987	Drama|Fantasy|Romance
The Last Emperor	1987	Biography|Drama
Dirty Dancing	1987	Drama|Musical|Romance
Babette's Feast	1987	Drama
Withnail & I	1987	Comedy
Evil Dead II	1987	Action|Comedy|Fantasy|Horror
Rain Man	1988	Drama
Big	1988	Comedy|Drama|Fantasy|Romance
A Fish Called Wanda	1988	Comedy|Crime
Who Framed Roger Rabbit	1988	Adventure|Animation|Children|Comedy|Crime|Fantasy|Mystery
Cinema Paradiso	1988	Drama
Women on the Verge of a Nervous Breakdown	1988	Comedy|Drama
Bagdad Cafe	1987	Comedy|Drama
Do the Right Thing	1989	Drama
Sex, Lies, and Videotape	1989	Drama
The Little Mermaid	1989	Animation|Children|Comedy|Musical|Romance
Dances with Wolves	1990	Adventure|Drama|Western
Home Alone	1990	Children|Comedy
Ghost	1990	Comedy|Drama|Fantasy|Romance|Thriller
Miller's Crossing	1990	Crime|Drama|Film-Noir|Thriller
Misery	1990	Drama|Horror|Thriller
Thelma & Louise	1991	Adventure|Crime|Drama
JFK	1991	Drama|Mystery|Thriller
Barton Fink	1991	Drama|Thriller
Point Break	1991	Action|Crime|Thriller
Raise the Red Lantern	1991	Drama
My Own Private Idaho	1991	Drama|Romance
Unforgiven	1992	Drama|Western
A Few Good Men	1992	Crime|Drama|Thriller
Basic Instinct	1992	Crime|Mystery|Thriller
The Player	1992	Comedy|Crime|Drama
Hard Boiled	1992	Action|Crime|Drama|Thriller
Man Bites Dog	1992	Comedy|Crime|Drama|Thriller
Philadelphia	1993	Drama
The Piano	1993	Drama|Romance
The Fugitive	1993	Thriller
True Romance	1993	Crime|Thriller
Carlito's Way	1993	Crime|Drama
Farewell My Concubine	1993	Drama|Romance
The Remains of the Day	1993	Drama|Romance
What's Eating Gilbert Grape	1993	Drama
Chungking Express	1994	Drama|Mystery|Romance
Ed Wood	1994	Biography|Comedy|Drama
Clerks	1994	Comedy
Natural Born Killers	1994	Action|Crime|Thriller
Speed	1994	Action|Romance|Thriller
Dumb and Dumber	1994	Adventure|Comedy
The Mask	1994	Action|Comedy|Crime|Fantasy
Muriel's Wedding	1994	Comedy
Before Sunrise	1995	Drama|Romance
Before Sunset	2004	Drama|Romance
Before Midnight	2013	Drama|Romance
Apollo 13	1995	Adventure|Drama
Babe	1995	Children|Drama
Sense and Sensibility	1995	Drama|Romance
Dead Man	1995	Drama|Mystery|Western
Underground	1995	Comedy|Drama|War
Breaking the Waves	1996	Drama|Mystery
Secrets & Lies	1996	Drama
Scream	1996	Comedy|Horror|Mystery|Thriller
Independence Day	1996	Action|Adventure|Sci-Fi|Thriller
Jerry Maguire	1996	Drama|Romance
The English Patient	1996	Drama|Romance|War
Romeo + Juliet	1996	Drama|Romance
Life Is Beautiful	1997	Comedy|Drama|Romance|War
Boogie Nights	1997	Drama
Jackie Brown	1997	Crime|Drama|Thriller
Men in Black	1997	Action|Comedy|Sci-Fi
Funny Games	1997	Drama|Horror|Thriller
Happy Together	1997	Drama|Romance
Taste of Cherry	1997	Drama
The Full Monty	1997	Comedy|Drama
The Thin Red Line	1998	Action|Drama|War
Rushmore	1998	Comedy|Drama
Run Lola Run	1998	Action|Crime
Dark City	1998	Adventure|Film-Noir|Sci-Fi|Thriller
Pi	1998	Drama|Sci-Fi|Thriller
The Celebration	1998	Drama
Central Station	1998	Drama
Fear and Loathing in Las Vegas	1998	Adventure|Comedy|Drama
Armageddon	1998	Action|Romance|Sci-Fi|Thriller
Magnolia	1999	Drama
Being John Malkovich	1999	Comedy|Drama|Fantasy
The Blair Witch Project	1999	Drama|Horror|Thriller
All About My Mother	1999	Drama
The Straight Story	1999	Adventure|Drama
Eyes Wide Shut	1999	Drama|Mystery|Thriller
Beau Travail	1999	Drama|War
The Insider	1999	Biography|Drama|Thriller
Galaxy Quest	1999	Adventure|Comedy|Sci-Fi
Office Space	1999	Comedy|Crime
In the Mood for Love	2000	Drama|Romance
Crouching Tiger, Hidden Dragon	2000	Action|Drama|Romance
Dancer in the Dark	2000	Drama|Musical
Amores Perros	2000	Drama|Thriller
Billy Elliot	2000	Drama
Cast Away	2000	Drama
Almost Famous	2000	Drama
American Psycho	2000	Crime|Horror|Mystery|Thriller
Yi Yi	2000	Drama
Battle Royale	2000	Action|Drama|Horror|Thriller
Traffic	2000	Crime|Drama|Thriller
X-Men: First Class	2011	Action|Adventure|Sci-Fi|Superhero
Mulholland Drive	2001	Crime|Drama|Film-Noir|Mystery|Thriller
Moulin Rouge!	2001	Drama|Musical|Romance
Ocean's Eleven	2001	Crime|Thriller
Y Tu Mamá También	2001	Comedy|Drama|Romance
The Piano Teacher	2001	Drama
The Others	2001	Drama|Horror|Mystery|Thriller
Bridget Jones's Diary	2001	Comedy|Drama|Romance
No Man's Land	2001	Drama|War
Monsoon Wedding	2001	Comedy|Romance
City of God	2002	Action|Adventure|Crime|Drama|Thriller
The Pianist	2002	Biography|Drama|War
Talk to Her	2002	Drama|Romance
Catch Me If You Can	2002	Crime|Drama
The Bourne Identity	2002	Action|Mystery|Thriller
28 Days Later	2002	Action|Horror|Sci-Fi
Bowling for Columbine	2002	Documentary
Hero	2002	Action|Adventure|Drama
Infernal Affairs	2002	Crime|Drama|Thriller
Chicago	2002	Comedy|Crime|Drama|Musical
Oldboy	2003	Mystery|Thriller
Mystic River	2003	Crime|Drama|Mystery
Big Fish	2003	Drama|Fantasy|Romance
Good Bye Lenin!	2003	Comedy|Drama
Dogville	2003	Drama|Mystery|Thriller
Memories of Murder	2003	Crime|Drama|Mystery|Thriller
School of Rock	2003	Comedy|Musical
Elephant	2003	Drama
Million Dollar Baby	2004	Drama
Sideways	2004	Comedy|Drama|Romance
Hotel Rwanda	2004	Drama|War
Downfall	2004	Drama|War
Shaun of the Dead	2004	Comedy|Horror
Bad Education	2004	Drama|Thriller
The Sea Inside	2004	Biography|Drama
Head-On	2004	Drama|Romance
Crash	2004	Crime|Drama
Saw	2004	Horror|Mystery|Thriller
Brokeback Mountain	2005	Drama|Romance
Pride & Prejudice	2005	Drama|Romance
A History of Violence	2005	Action|Crime|Drama|Thriller
King Kong	2005	Action|Adventure|Drama|Fantasy|Thriller
Match Point	2005	Crime|Drama|Romance
Joyeux Noël	2005	Drama|War
Pan's Labyrinth	2006	Drama|Fantasy|Thriller
The Lives of Others	2006	Drama|Romance|Thriller
Little Miss Sunshine	2006	Adventure|Comedy|Drama
Babel	2006	Drama|Thriller
Volver	2006	Comedy|Drama
The Queen	2006	Biography|Drama
Borat	2006	Comedy
Paprika	2006	Animation|Mystery|Sci-Fi
Zodiac	2007	Crime|Drama|Thriller
Juno	2007	Comedy|Drama|Romance
Into the Wild	2007	Action|Adventure|Biography|Drama
Hot Fuzz	2007	Action|Comedy|Crime|Mystery
Eastern Promises	2007	Crime|Drama|Thriller
4 Months, 3 Weeks and 2 Days	2007	Drama
The Orphanage	2007	Drama|Horror|Mystery|Thriller
The Band's Visit	2007	Comedy|Drama
Slumdog Millionaire	2008	Crime|Drama|Romance
In Bruges	2008	Comedy|Crime|Drama|Thriller
Gran Torino	2008	Crime|Drama
Let the Right One In	2008	Drama|Fantasy|Horror|Romance
Waltz with Bashir	2008	Animation|Documentary|Drama|War
Gomorrah	2008	Crime|Drama
Departures	2008	Drama
The Wrestler	2008	Drama
The Hurt Locker	2008	Action|Drama|Thriller|War
The White Ribbon	2009	Drama|Mystery|War
The Secret in Their Eyes	2009	Crime|Drama|Mystery|Romance|Thriller
Coraline	2009	Animation|Fantasy|Thriller
The Hangover	2009	Comedy|Crime
(500) Days of Summer	2009	Comedy|Drama|Romance
Star Trek	2009	Action|Adventure|Sci-Fi
Sherlock Holmes	2009	Action|Crime|Mystery|Thriller
Watchmen	2009	Action|Drama|Mystery|Sci-Fi|Superhero
An Education	2009	Drama|Romance
Zombieland	2009	Action|Comedy|Horror
Dogtooth	2009	Drama
Incendies	2010	Drama|Mystery|War
True Grit	2010	Western
The Fighter	2010	Biography|Drama
Kick-Ass	2010	Action|Comedy|Superhero
Scott Pilgrim vs. the World	2010	Action|Comedy|Fantasy|Musical|Romance
Exit Through the Gift Shop	2010	Comedy|Documentary
Four Lions	2010	Comedy|Crime
Uncle Boonmee Who Can Recall His Past Lives	2010	Drama|Fantasy
The Tree of Life	2011	Drama
Melancholia	2011	Drama|Sci-Fi
Tinker Tailor Soldier Spy	2011	Drama|Mystery|Thriller
The Help	2011	Drama
Shame	2011	Drama
Searching for Sugar Man	2012	Documentary
The Act of Killing	2012	Documentary
Cloud Atlas	2012	Drama|Sci-Fi|Thriller
Looper	2012	Action|Crime|Sci-Fi
The Perks of Being a Wallflower	2012	Drama|Romance
Frances Ha	2012	Comedy|Drama
Inside Llewyn Davis	2013	Drama|Musical
Snowpiercer	2013	Action|Drama|Sci-Fi
Under the Skin	2013	Horror|Mystery|Sci-Fi
The Wind Rises	2013	Animation|Drama|Romance
Short Term 12	2013	Drama
Nebraska	2013	Adventure|Drama
John Wick	2014	Action|Crime|Thriller
The Imitation Game	2014	Biography|Drama|Thriller|War
What We Do in the Shadows	2014	Comedy|Horror
Song of the Sea	2014	Animation|Children|Fantasy
Leviathan	2014	Drama
Paddington	2014	Adventure|Children|Comedy
Citizenfour	2014	Documentary
Room	2015	Drama
Carol	2015	Drama|Romance
Brooklyn	2015	Comedy|Drama|Romance
The Lobster	2015	Comedy|Drama|Romance|Sci-Fi
Son of Saul	2015	Drama|War
Mustang	2015	Drama
The Witch	2015	Horror|Mystery
Amy	2015	Biography|Documentary
Hell or High Water	2016	Crime|Drama|Western
Paterson	2016	Comedy|Drama|Romance
Train to Busan	2016	Action|Horror|Thriller
Hunt for the Wilderpeople	2016	Adventure|Comedy
Sing Street	2016	Comedy|Drama|Musical
I, Daniel Blake	2016	Drama
My Life as a Zucchini	2016	Animation|Comedy|Drama
Kubo and the Two Strings	2016	Adventure|Animation|Children|Fantasy
Phantom Thread	2017	Drama|Romance
The Florida Project	2017	Drama
The Square	2017	Comedy|Drama
Loving Vincent	2017	Animation|Biography|Drama|Mystery
Paddington 2	2017	Adventure|Children|Comedy
The Favourite	2018	Biography|Comedy|Drama
BlacKkKlansman	2018	Biography|Comedy|Crime
Burning	2018	Drama|Mystery
Capernaum	2018	Drama
Bohemian Rhapsody	2018	Biography|Drama|Musical
Isle of Dogs	2018	Adventure|Animation|Comedy
Marriage Story	2019	Comedy|Drama|Romance
The Lighthouse	2019	Drama|Horror|Mystery
Midsommar	2019	Drama|Horror|Mystery
Ford v Ferrari	2019	Action|Biography|Drama
Uncut Gems	2019	Crime|Drama|Thriller
Pain and Glory	2019	Drama
Klaus	2019	Adventure|Animation|Children|Comedy
I Lost My Body	2019	Animation|Drama|Fantasy
Another Round	2020	Comedy|Drama
The Father	2020	Drama|Mystery
Promising Young Woman	2020	Crime|Drama|Thriller
Wolfwalkers	2020	Adventure|Animation|Children|Fantasy
The French Dispatch	2021	Comedy|Drama|Romance
The Power of the Dog	2021	Drama|Western
Flee	2021	Animation|Biography|Documentary
CODA	2021	Comedy|Drama
Spider-Man: No Way Home	2021	Action|Adventure|Fantasy|Superhero
The Worst Person in the World	2021	Comedy|Drama|Romance
Happening	2021	Drama
The Batman	2022	Action|Crime|Drama|Superhero
The Banshees of Inisherin	2022	Comedy|Drama
Aftersun	2022	Drama
Decision to Leave	2022	Crime|Drama|Mystery|Romance
RRR	2022	Action|Drama
Triangle of Sadness	2022	Comedy|Drama
All Quiet on the Western Front	2022	Action|Drama|War
The Fabelmans	2022	Drama
Close	2022	Drama
The Night of the 12th	2022	Crime|Drama|Mystery
The Boy and the Heron	2023	Adventure|Animation|Drama|Fantasy
Killers of the Flower Moon	2023	Crime|Drama
Godzilla Minus One	2023	Action|Drama|Sci-Fi
Perfect Days	2023	Drama
The Holdovers	2023	Comedy|Drama
Spider-Man: Across the Spider-Verse	2023	Action|Adventure|Animation|Superhero
The Animal Kingdom	2023	Adventure|Drama|Fantasy
The Count of Monte Cristo	2024	Action|Adventure|Drama
Anora	2024	Comedy|Drama|Romance
The Substance	2024	Drama|Horror|Sci-Fi
The Brutalist	2024	Drama
Flow	2024	Adventure|Animation|Fantasy
The Wild Robot	2024	Adventure|Animation|Children|Sci-Fi
Emilia Pérez	2024	Crime|Drama|Musical
`;
