"""Writes firstname.tsv: given names with their gender, world-wide.

Sources: the most frequent given names of the 1990 US census (public domain, as in the PyPI package `names`, MIT), the
name lists of the PyPI package `Faker` (MIT) for the locales below, Cyrillic and Greek ones romanised, and own lists of
given names in world politics (OWN). A name that several sources give to both genders is `u` unless one has five times
the weight of the other.

    pip install names==0.3.0 Faker==40.63.0 && python firstname.py
"""
import importlib
import os
import re
import unicodedata
from collections import defaultdict

import names

LOCALES = """az_AZ cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO es_ES
es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO
pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA ru_RU uk_UA bg_BG mk_MK el_GR""".split()

CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґёјѓќљњџѕ",
                    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g yo j gj kj lj nj dz dz".split(" ")))
CYRILLIC.update(ъ="", ь="", э="e", ю="yu", я="ya", ы="y")
GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s".split()))

OWN = {
    "m": """
Abbas Abd Abdallah Abdel Abdelaziz Abdelfattah Abdelhamid Abdelilah Abdelkader Abdelmadjid Abdelmalek Abdi Abdirahman Abdirashid Abdiweli Abdoulaye
Abdrabbuh Abdulaziz Abdulhamid Abdulkadir Abdulla Abdullah Abdullahi Abdulmalik Abdulrahman Abdulsalam Abdur Abdurrahman Abiy Abou Abu Abubakar
Adamou Adel Adil Adnan Ahmad Ahmadou Ahmed Ahmet Aidarus Ajay Akbar Akhtar Akufo Alaa Alaeddin Alassane Alexei Alexey Alhaji Ali Alim Aliyu
Alpha Amadou Aman Amin Amir Ammar Amr Anas Anis Anwar Aref Arif Arkady Asad Ashok Ashraf Asif Asim Askar Atef Atiku Ayman Ayaz Ayoub Azali Aziz Azzam
Bader Badr Baha Bahaa Baher Bahram Bakr Bandar Bashar Bashir Bassam Bassem Basuki Behrouz Bekele Bello Benjamin Benny Berhane Bilal Bilawal Bola
Boualem Boubacar Brahim Burhan Chakib Cheikh Dawood Dawud Debretsion Demeke Ebrahim Edriss Ehud Elyas Emad Emomali Emmerson Esmail Eyad Ezzedine
Fadi Fahad Fahd Faisal Faiz Fakhri Farid Farhad Farooq Farouk Faruk Fathi Faustin Fawzi Fayez Faysal Fayyaz Fazal Félix Fouad Fuad Galal Gamal
Gebran Ghassan Ghazi Goodluck Gotabaya Gulbuddin Habib Hadi Hafez Hafiz Hage Haidar Haider Haitham Hakainde Hakan Hakim Hamad Hamdan Hamdi Hamed
Hamid Hamza Hani Hamdullah Haris Harun Hashim Hassan Hassane Hatem Hazem Heydar Hibatullah Hichem Hisham Hossam Hossein Hosni Houari Hulusi Husam
Hussam Hussein Husayn Ibrahim Ibrahima Idris Idriss Ihsan Ilham Imad Imran Iqbal Irfan Isa Isaias Ishaq Islam Ismael Ismail Ismaïl Issam Iyad Iyas
Jaafar Jabir Jafar Jalal Jalil Jamal Jamil Jamshid Jassim Jawad Jibril Jihad Juma Junaid Kais Kamal Kamel Kamran Karim Kashif Kassym-Jomart Kassym
Khaled Khalid Khalifa Khalil Khamis Khurshid Latif Lotfi Maamoun Mahamat Mahdi Mahfouz Mahinda Mahmood Mahmoud Mahmud Majed Majid Makhdoom Malik
Mamady Mamdouh Mansour Mansoor Marwan Marzouki Masoud Massoud  Mehdi Mehmet Mevlüt Miguel Mirza Moataz Moeen Mohamad Mohamed Mohammad Mohammed
Mohamud Mohsen Moin Mokhtar Moncef Mostafa Mouammar Moussa Moustafa Mubarak  Muhammad Muhammadu Muhannad Muhsin Mujahid Mukhtar  Munir
Muqtada Murad Murat Musa Mustafa Mustapha Muammar Mutlaq Nabih Nabil Nadeem Nadir Naeem Naftali Nagib Naif Naim Najib Najla Namik Narendra Nasir
Nasrallah Nasser Nawaf Nawaz Nayef Nazim Necmettin Nizar Noor Noureddine Nouri Numan Nuri Omar Omer Orhan Osama Osman Othman Ousmane Paul Qaboos
Qais Qasem Qasim Rabah Rachid Rafik Rafic Rafiq Raheel Rahim Raja Rajab Ramadan Rami Ramzan Rashad Rashed Rashid Rasul Rauf Raza Recep Reza Riad
Rifaat Riyad Rizwan Rustam Saad Saadallah Saadeddine Sabah Saddam Sadiq Sadyr Saeed Saif Sajid Saleh Salah Salahuddin Salim Salman Salem Salva Sameh
Sami Samir Samuel Saud Sayed Seif Selahattin Serdar Serzh Shafiq  Shahbaz Shahid Shaukat Shavkat Shehbaz  Sherif Shukri Siaka Sidi
Sirajuddin Siraj Sohail Soumaila Subhi Suhail Suleiman Süleyman Sultan Taha Tahir Talal Tamim Tammam Taqi Tareq Tarek Tariq Tawfik Tayyip Tayeb
Tayseer Turki Umar Umaro Usama Usman Uthman Wael Wahid Walid Waleed Wasim Yahya Yair Yahia Yakubu Yasin Yasser Yassin Yazid Yemi Yilmaz Yoweri
Younis Youssef Yousaf Yousef Youssouf Yousuf Yunus Yusuf Zafar Zahid Zaid Zain Zakaria Zalmay Zayed Ziad Zia Zine Zubair Zuhair Zulfikar Zulfiqar
Ehsan Javad Mohammad-Javad Hasan Ardeshir Bahman Bijan Dariush Davoud Farzad Gholam Hojjat Iraj Kazem Kamal Mahmoud Majid Manouchehr Masoud Mehran
Mir-Hossein Mojtaba Mohsen Morteza Naser Parviz Qassem Rostam Saeed Siamak Sadegh Shahram Sohrab Ruhollah Yahya Zabihullah Esmaeil Amirhossein Kourosh
Aharon Amichai Amos Ariel Arieh Avi Avigdor Aviv Avraham Baruch Benzion Bezalel Binyamin Chaim Dan Dov Efraim Eitan Elad Elazar Eli Eliezer Eyal Gabi Gadi
Gideon Gilad Haim Herzl Herzi Ilan Itamar Itzhak Katzir Matan Meir Menachem Mordechai Moshe Nadav Nir Noam Nachman Ofer Ofir Oren Ori Raanan Ron Ronen
Shaul Shimon Shlomo Tamir Tzachi Uri Yaakov Yaron Yehuda Yehoshua Yigal Yisrael Yitzhak Yoav Yoram Yossi Yuval Ze'ev Zeev Ziv Zvi Isaac Amir Omri Doron
Andrei Andrey Andrii Andriy Anatoly Anatolii Arseniy Artem Artyom Aslan Boris Bohdan Bogdan Danil Danila Denis Denys Dmitri Dmitriy Dmitry Dmytro Eduard
Evgeny Fyodor Gennady Georgy German Gleb Grigory Hennadiy Igor Ihor Ilya Illia Ivan Kirill Konstantin Kostyantyn Kyrylo Leonid Lev Makar Maksim Maksym
Maxim Mikhail Mikheil Mykhailo Mykola Nikita Nikolai Nikolay Oleg Oleh Oleksandr Oleksii Oleksiy Oleksy Ostap Pavel Pavlo Petro Pyotr Rodion Roman
Rostyslav Ruslan Rustem Semyon Sergei Sergey Serhii Serhiy Sergiy Stanislav Stepan Svyatoslav Taras Timur Vadim Vadym Valentin Valeriy Valery Valerii
Vasily Vasyl Viktor Vitali Vitaly Vitalii Vitaliy Vlad Vladimir Vladislav Vladyslav Volodymyr Vsevolod Vyacheslav Yaroslav Yevgeny Yevhen Yuri Yuriy Yurii
Yury Zakhar Dzmitry Aliaksandr Alyaksandr Mikalai Pavel Siarhei Uladzimir Ales Viktar Raman Kiryl Alexander Aleksandr Aleksander Aleksandar Gurbanguly
Kurmanbek Nursultan Sooronbay Almazbek Bakytzhan Erlan Askar Daniyar Islam Ilham Elmar Jeyhun Hikmet Zaur Armen Ara Arayik Ararat Hayk Karen Nikol Robert
Samvel Serzh Tigran Vahagn Vahan Zohrab Bidzina Giorgi Irakli Levan Mamuka Shalva Zurab Davit Nika Vakhtang Zviad Tengiz Aslan Akhmed Dzhokhar Shamil
Aleksandar Ante Boško Branko Dejan Dragan Dušan Edin Goran Hashim Ivica Jadranko Ivo Janez Janša Josip Ljubomir Luka Milan Milo Milorad Miloš Milos Mirko
Miroslav Nebojša Nenad Nikola Predrag Radovan Ratko Ramush Sali Slobodan Srđan Stevo Stjepan Tomislav Vojislav Vuk Zdravko Zlatko Zoran Željko Albin Edi Ilir
Bujar Fatmir Lulzim Hristijan Zoran Boyko Kiril Rumen Plamen Radu Traian Ion Iulian Liviu Mihai Nicușor Călin Klaus Marcel Dacian Vasile Maia-Igor Viorel Florin
Adrian Andrzej Bartosz Bronisław Bronislaw Donald Grzegorz Jacek Jarosław Jaroslaw Jerzy Kazimierz Krzysztof Lech Leszek Łukasz Lukasz Maciej Marcin Marek
Mateusz Mariusz Michał Paweł Pawel Piotr Przemysław Radosław Radoslaw Rafał Rafal Ryszard Sławomir Stanisław Szymon Tadeusz Tomasz Waldemar Wojciech Władysław
Zbigniew Zdzisław Andrej Bohuslav Jaroslav Jiří Lubomír Miloš Mirek Petr Václav Vaclav Zdeněk Zuzana-Peter Eduard Ľudovít Rastislav Róbert Gábor Gabor György Ferenc
István János József Károly László Péter Tibor Viktor Zoltán Zsolt Balázs Gergely Sándor Tamás Gitanas Saulius Valdis Egils Edgars Krišjānis Artis Toomas Jüri Kaja-Mart
Alar Hanno Urmas Kyriakos Alexis Antonis Nikos Giorgos Yanis Yannis Panagiotis Prokopis Stavros Dimitris Christos Kostas Evangelos Konstantinos Makis Tassos Vassilis
 Bo    Chun Dafa Dong Enlai Fang Feng Guofeng Guoqiang Haotian Hongwei  Hui-m Jiabao Jianguo Jianmin Jiechi Jinping Jintao Junfeng Keqiang Kuok
Lixin Liqun Qiang Qishan Rongji Shangfu Weidong Weifenghe Wenbin Xiaoping Yuanchao Zedong Zemin Zhengfei Zhaoxing Jian Wei Ching-te Chen Lai-m Chi-chung Ma-Ying Tse-tung
Enlai Shui-bian Teng-hui Ying-jeou Joseph Jaw-shieh Koo-m Yi-huah Chun-ying Kin-chung Leung-m Ka-chiu Kwok-hung Chee-hwa
Jong Jong-un Jong-il Il-sung Jong-nam Yong-nam Yong-chol Yong-ho Myong-rok Thae-yong Jae-in Jae-myung Jae-yong Seok-youl Suk-yeol Myung-bak Moo-hyun Dae-jung Young-sam
Ki-moon Tae-yul Tae-yong Jin-pyo Eui-yong Kyung-wha-m Won-sik Yong-hyun Duck-soo Sang-mok Dong-hoon Dong-hyuk Chang-ho Sung-han Shin-sik Song-il Son-gwon Chun-hwa
Kwang-chol Pyong-chol Tok-hun Yong-won Ryong-hae Tong-hui Ho-young Sang-hyun Nam-jun Min-jun Seo-jun Hyun-dong Ho-jin Sung-min
Akihito Akira Daisuke Fumio Gen Hajime Haruhiko Haruki Hideki Hirofumi Hirokazu Hiroshi Hiroyuki Ichiro Itsunori Jiro Junichiro Kazuo Keiji Keita Kenichi Kenji Kishi
Koichi Makoto Masahiro Masato Minoru Motegi Naoki Naohito Naruhito Nobuo Nobusuke Nobuyuki Osamu Ryo Satoshi Shigeru Shinzo Shinzō Shinjiro Shunichi Takashi Takeshi
Takuya Taro Tarō Tetsuro Toshimitsu Toshihiro Tsutomu Yasuhiro Yasukazu Yasutoshi Yoshihide Yoshihiko Yoshimasa Yoshiro Yukio Yutaka Kenta Takayuki
Nguyễn-Van Minh-Chinh Phu-Trong Trong Phú Xuan-Phuc Van-Thuong Thuong Phuc Chinh Quang Hun Sen-m Manet Samdech Thongloun Khamtai Prayut Prayuth Prawit Thaksin Srettha Pita
Anutin Vajiralongkorn Bhumibol Abhisit Thanathorn Jurin Don-m Aung-m Min  Thein Htin Myint Soe Zaw Ko-m Kyaw Anwar Mahathir Najib Muhyiddin Zahid Ismail Joko Prabowo
Susilo Bambang Jusuf Luhut Sukarno Suharto Retno-m Agus Budi Dedi Gibran Ganjar Anies Basuki Wiranto Tito Ferdinand Bongbong Rodrigo Benigno Gilbert Delfin Teodoro Romeo
Amit Anil Arun Arvind Ashwini Atal Bhupendra Deepak Devendra Dinesh Gautam Harsh Hardeep Himanta Jaishankar Jagdeep Kailash Kapil Karan Kiren Lalu Manmohan Manohar
Mukesh Nitin Nitish Om Piyush Pranab Prakash Pranay Pushpa-Kamal Rahul Rajeev Rajiv Rajnath Rakesh Ramesh Ranil Ravi Sachin Sanjay Sharad Shashi Shivraj Subrahmanyam Sunil
Suresh Sushil Uddhav Venkaiah Vijay Vikram Vinay Vivek Yogi Khadga Madhav Maithripala Anura Sajith Namal Basil Chamal Mujibur Ziaur Abdul Asaduzzaman Tarique Jaffar Ghulam Asfandyar
Chaudhry Pervez Asif Fawad Ishaq Khawaja Mohsin Naqvi-m Raja Shaukat Zardari-m Ashraf Hamid Abdul-Ghani Amrullah Atta Hekmatyar-m Mirwais Rashid Gulab Sher
Adama Alassane Amilcar Assimi Blaise Boukary Ibrahim Faure Félix-Antoine Gnassingbé Laurent Macky Mahamadou Mohamed-Bazoum Moïse Ousmane Patrice Paul-Henri Roch Thomas-m
Ali-Bongo Brice Denis Idriss-Déby Joseph Pascal Paul-Biya Teodoro Théodore Cyril Jacob Thabo Nelson Kgalema Julius Emmerson Robert-m Hage Hifikepunye Sam Mokgweetsi 
Filipe Armando Joaquim João José Eduardo Lazarus Peter-m Edgar Hakainde Uhuru William Raila Mwai Daniel Kizza Yoweri Salva Riek Omar Abdalla Abdel-Fattah Mohamed-Hamdan
Hailemariam Meles Abiy Getachew Gedu Birhanu Isaias Yemane Ismaïl Hassan Évariste Pierre Nkurunziza-m Kagame-m Vincent Étienne Moise Olusegun Muhammadu Bola Yemi Rotimi
Nyesom Godwin Babajide Kayode Chukwuemeka Emeka Ikechukwu Nnamdi Obinna Tunde Segun Femi Wole Chinua Kwame Kofi Kwesi Nana John-m Jerry Ato Yaw Kojo Ellen-m Prince
Andrés Alberto Alejandro Álvaro Alvaro Antauro Augusto Carlos César Daniel Diosdado Enrique Ernesto Evo Felipe Fernando Fidel Francisco Gabriel Guillermo Gustavo Héctor Horacio
Hugo Iván Jair Javier Jeanine-m Jesús Jorge José Juan Julio Lenín Leopoldo Lucio Luis Luiz Manuel Marcelo Mario Martín Mauricio Miguel Nayib Nestor Néstor Nicolás Ollanta Óscar
Pablo Pedro Rafael Ramón Raúl Ricardo Rómulo Salvador Santiago Sebastián Sergio Tabaré Tomás Vladimir Xiomar Yván Inácio Fernando-Henrique Geraldo Michel Dias Hamilton Eduardo
Laurentino Ariel Jovenel Jean-Bertrand Jean-Claude Jean-Yves Jean-Luc Jean-Marc Jean-Marie Jean-Pierre Jean-Noël Jean-Baptiste Michel-Joseph René Garry Claude Guy Leslie
Emmanuel François Gérald Gabriel Bruno Édouard Olivier Dominique-m Stéphane Sébastien Thierry Nicolas Hervé Laurent Bernard Charles Didier Éric Gilles Henri Jacques Louis Marc
Olaf Frank-Walter Boris Heiko Horst Jens Jörg Lars Markus Friedrich Robert Christian Wolfgang Karl Helmut Gerhard Volker Sigmar Hans Jürgen Dieter Uwe Ulrich Klaus Günter Joachim
Sebastian Alexander Karl-Theodor Guido Ulf Stefan Magnus Fredrik Tobias Göran Carl Ola Jonas Espen Jens Børge Lars-Løkke Troels Jeppe Anders Sauli Petteri Alexander Pekka Antti Sanna-m
Giuseppe Sergio Matteo Silvio Mario Paolo Enrico Luigi Antonio Guido Lorenzo Massimo Romano Beppe Pietro Angelino Franco Marcello Bjarni Guðni Mark Dick Geert Wopke Stef Hugo Caspar
Charles Alexander Elio Guy Herman Didier Koen Xavier Jean Luc Micheál Leo Simon Enda Gerry Bertie Eamon Varadkar-m Keir Rishi Boris Jeremy Nigel Tony Gordon Sajid Kwasi Grant Ben
Dominic Philip James Jens Ebrahim Volodymyr Xi-m Joko Jokowi Narendra Naftali Benny Hunter Beau Barack Bill Donald Joe Mike Mitt Newt Pete Rand Rex Rick Ron Steve Ted Tim Tom Zalmay Lloyd
Antony Jake Wendy-m Ash Chuck Kurt Elbridge Marco Tulsi-m Kash Elon Jeff Mitch Hakeem Lindsey Kevin Adam Elijah Jerrold Jim Rudy Mick Reince Sean Jared Josep António Tedros Kofi Boutros
""",
    "f": """
Aicha Aïcha Aisha Ayesha Amal Amina Aminata Amira Asma Asmaa Aya Aysha Ayşe Azza Benazir Bushra Buthaina Dalia Dina Emine Esra Fadwa Farah Fariha Farida Fathia Fatima Fatma Fatou
Fatoumata Fawzia Gulnara Habiba Hadia Hadja Hafsa Hala Halima Hamida Hanan Hania Hanin Hasina Hind Hina Houda Huda Iman Inas Ines Israa Jamila Jihan Karima Khadija Khaleda Laila Lamia
Leila Leïla Lina Loujain Lubna Lujain Maha Mahbouba Malak Malala Manal Mariam Maryam Masih Meral Mona Mouna Nabila Nadia Nadine Nahed Najat Najla Najwa Narges Nargis Nasrin Nawal Nazanin
Nejma Nesrine Nimat Noura Nour Nura Nurul Ola Rabia Raghda Rana Rania Rasha Raya Reem Rehana Rima Rouba Ruba Ruqaya Saba Sabah-f Sabiha Safia Safiya Sahar Sahle-f Salma Salwa Samia Samira
Sania Sara Sarah Sheikh-f Sherry Shireen Shirin Soha Souad Soraya Suha Suhair Sumaya Tansu Tawakkol Tawakkul Umm Wafa Wafaa Yasmin Yasmine Zahra Zainab Zaynab Zeinab Zineb Zohra Zuhra
Mahsa Jina Niloofar Elaheh Faezeh Marzieh Masoumeh Mahnaz Parvin Shahindokht Tahereh Zahra Zeynab Setareh Azadeh Golnaz Golriz Roya Fereshteh Farnaz Shaparak
Ayelet Dalia Dorit Einat Galia Galit Gila Golda Hadas Ilana Karnit Keren Liat Limor Merav Michal Miri Naama Noa Noam-f Ofra Orit Orna Osnat Pnina Rivka Ronit Ruth Sharren Shelly Shikma Stav
Tali Talya Tzipi Tzipora Yael Yifat Yulia Zehava
Aleksandra Alina Alla Alyona Anastasia Anastasiia Anastasiya Anna Daria Darya Dariia Ekaterina Elena Elvira Evgenia Galina Halyna Hanna Inna Iryna Irina Ivanna Kateryna Khrystyna
Kira Klavdiya Ksenia Ksenya Larysa Larisa Lesia Lesya Lidia Liubov Liudmyla Lyubov Lyudmila Ludmila Maia Maiia Margarita Maria Mariia Mariya Marina Maryna Nadezhda Nadiya Nadia Natalia
Nataliia Nataliya Natalya Nina Oksana Olena Olesya Olga Olha Polina Raisa Sofia Sofiia Svetlana Sviatlana Svitlana Tamara Tatiana Tatyana Tetiana Tetyana Ursula Uliana Valentina Valeria
Valeriya Vera Veronika Viktoria Viktoriya Viktoriia Yana Yekaterina Yelena Yevgenia Yevheniia Yulia Yuliia Yuliya Zhanna Zinaida Zoya Salome Salomé Nino Tina Mzia Roza Dariga Aida Saltanat
Mehriban Leyla Sahiba Gulnora Arpi Zaruhi Ani Lilit
Ana Atifete Vjosa Majlinda Kolinda Jadranka Biljana Jelena Milena Maja Dragica Ivana Vesna Snežana Tanja Zorana Gordana Borjana Željka Nataša Radmila Ljiljana Alenka Tanja Zuzana Iveta
Viorica Maia Laura Roxana Oana Gabriela Agnieszka Barbara Beata Danuta Ewa Elżbieta Elzbieta Hanna Jadwiga Joanna Julia Kamila Katarzyna Krystyna Magdalena Małgorzata Malgorzata Marta Monika
Olga Wanda Zofia Jana Markéta Kateřina Lenka Věra Petra Alena Helena Ágnes Katalin Judit Krisztina Ilona Zsuzsanna Dalia Ingrida Ingrīda Vaira Laimdota Evika Kaja Kersti Marju Riina Keit
Katerina Dora Eleni Ekaterini Niki Zoe Sofia
Chunying Xiaoming-f Ning Ying Jieyi-f Liyuan Yi-wen Ing-wen Bi-khim Tzu-ching Shu-chen Yingying Meng Wanzhou Carrie Regina Selina Xiu Mei Ling Hua-f Xiuying Yan-f Qing-f Jing-f Shuai-f Peng-f
Yo-jong Ju-ae Sol-ju Son-hui Choe-f Kyong-hui Geun-hye Kyung-wha Yoo-f Soon-sil Keon-hee Mi-ae Eun-hye Young-sun Hee-ryong-f Sook-hee Jung-sook Seo-yeon Ji-woo Min-ji Hyun-jung
Akie Yuriko Sanae Seiko Taro-f Yoko Tomomi Masako Aiko Kiko Mako Noriko Naoko Kazuko Keiko Hiroko Sadako Michiko Yuko Makiko Tomoko Mariko Junko Kyoko Renho Midori Kaori Satsuki Haruko
Aung-San Suu Kyi-f Yingluck Paetongtarn Sudarat Sirikit Retno Sri Megawati Puan Khofifah Susi Risma Corazon Cory Gloria Imelda Leila Leni Sara Risa Maria-Ressa Teresita Loren Wan-f Nurul Siti Azizah
Tri Rismaharini Kim-Ngan Thi Ngan Xuan-f Phuong Thuy Lan Mai Huong
Indira Sonia Priyanka Nirmala Sushma Smriti Droupadi Mamata Mayawati Pratibha Sheila Meenakshi Arundhati Vasundhara Jayalalithaa Kiran Kamala Usha Nikki Pramila Anita Sunita Lakshmi Deepika Meera
Hina Maleeha Sherry Shireen Maryam Asma Fatima Bidya Chandrika Sirimavo Hasina Khaleda Dipu Rehana Rohini Kalpana Chandrika
Aminata Ellen Joyce Ngozi Oby Dora Nkosazana Naledi Lindiwe Winnie Graça Grace Ruth Martha Sahle-Work Samia Suluhu Saara Monica Netumbo Kuugongelwa Rose Rosemary Catherine Agathe Victoire
Marème Awa Mame Rokia Halimah Rebecca Adenike Amaka Chioma Chimamanda Funke Yetunde Folake Zawadi Wangari Njeri Wanjiru Akosua Ama Abena Adwoa Efua Esi Nomvula Thandi Nosipho Thuli Busisiwe
Cristina Dilma Michelle Jeanine Keiko Dina Verónika Claudia Delcy Xiomara Laura Rosario Violeta Mireya Francia Marta Lucía Maria-Corina Corina Lilian Cilia Tania Berta Susana Gabriela Marina
Mirtha Eva Isabel Rigoberta Luisa Alejandra Antonella Margarita Beatriz Camila Vanessa Paloma Janja Marielle Soledad Alicia Bárbara
Ursula Angela Annalena Annegret Christine Roberta Kaja Federica Catherine Věra Margrethe Mairead Stella Dubravka Kristalina Ylva Cecilia Elżbieta Ségolène Marine Brigitte Élisabeth Elisabeth
Rachida Valérie Simone Florence Sylvie Nathalie Marion Mathilde Anne Amélie Aurore Agnès Claire Sandrine Yaël Manuela Petra Saskia Nancy Bärbel Svenja Franziska Katarina Andrea Alice Beatrix
Julia Heidi Klara Lisa Eva Sabine Karin Monika Margot Magdalena Ann Ebba Annie Maria Margot Erna Ine Anniken Ingrid Mette Helle Pernille Inger Sanna Elina Krista Annika Tarja Katrín Jóhanna Halla
Þórdís Giorgia Elly Emma Federica Laura Virginia Marta Elisabetta Luciana Paola Roberta Sigrid Kajsa Dilan Mary-Lou Arlene Michelle Nicola Theresa Liz Priti Suella Yvette Angela Rachel Emily Penny
Kemi Amber Harriet Diane Jess Lisa Rosena Hillary Condoleezza Madeleine Susan Samantha Victoria Nancy Kamala Jill Melania Ivanka Michelle Laura Linda Kellyanne Nikki Elaine Betsy Kirstjen Gina
Avril Janet Katherine Jennifer Jen Karine Karoline Kayleigh Stephanie Rosemary Marie Dana Heather Morgan Tammy Liz Elise Lisa Alexandria Ilhan Rashida Ayanna Pramila Maxine Elissa Tulsi Pam Kristi
Lori Kelly Chrystia Mélanie Melanie Anita Jody Julie Justine Valérie Linda Jacinda Helen Nanaia Julia Penny Marise Peta Sussan Tanya Bridget Clare Fiamē Hilda Fiame Mia Sandra Mia-Amor Portia Kamla
Greta Malala Nadia Shirin Tawakkol Jacinda Maria Oleksandra Ales-f Gloria Aung
""",
    # Family names that stand first: the given name is what follows.
    "s": """
Kim Lee Park Choe Choi Cho Chung Jung Jeong Kang Yoon Yoo Han Hwang Ahn An Ri Pak Paek Jo Jang Shin Seo Kwon Song Moon Roh Ban Bae Baek Suh Oh Lim Ko Hong Hyon Ryu Thae Nam
Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Zheng Xie Tang Feng Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue
Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Mao Qiu Qin Gu Hou Shao Meng Duan Qian Geng Hua Xi Bo Sui Zhai Qi Tsai Lai Hsiao Chiang Chao Tsang Leung Lam
Wong Chan Cheung Ng Kwok Ho Chow Tsui
Nguyen Tran Pham Phan Vo Dang Bui Do Ngo Duong Truong Dinh
Kishida Abe Suga Ishiba Takaichi Motegi Hayashi Kono Kihara Hamada Kamikawa Iwaya Koizumi Aso Noda Nakatani Tamaki Yamaguchi
""",
    "u": """
Jin Min-u Hyun Wei-u Yi Xin Yu Ming Jun Zhen Yong Sung Young Hui Minh Anh Linh Chi-u Thanh Nga-u Sasha Zhenya Valya Noor Nour Iman Jihad Sabah Wafa-u
Jean Dominique Claude Camille Andrea Nicola Robin Alex Chris Jordan Taylor Morgan Casey Leslie Lindsey Lindsay Kelly Tracy Stacy Dana Kerry Marion Vivian Ashley Shannon Sandy Pat Terry Kai Rene
Ariel Noam Tal Omer Shai Gal Amit Deepti-u Kiran Gurpreet Harpreet Manpreet Parminder Jaswinder Rajinder Tenzin Pema Dawa Nyima Sonam Karma Abebe-u Tsegaye-u Tamrat-u Ngozi-u Chidi-u
Maki Hiromi Kaoru Masami Jun Makoto-u Nao Rei Sora Akira-u Tomomi-u Evelyn-u Hilary Madison Skyler Quinn Riley Jamie Jackie Joan-u Carol-u
""",
}


def roman(name):
    out = []
    for c in name:
        low = c.lower()
        r = CYRILLIC.get(low, GREEK.get(strip(low), None))
        if r is None:
            r = low
        out.append(r.capitalize() if c != low and r else r)
    return "".join(out)


def strip(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def main():
    weight = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    own = {}
    for g, text in OWN.items():
        for word in text.split():
            word = re.sub(r"-[mfus]$", "", word)
            if own.get(word, g) != g:
                own[word] = "s" if "s" in (g, own[word]) else "u"
            own.setdefault(word, g)
    folder = os.path.dirname(names.__file__)
    for g, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in open(os.path.join(folder, file)):
            name, share = line.split()[:2]
            if float(share) >= 0.003:
                weight[name.capitalize()][g] += float(share)
    for locale in LOCALES:
        p = importlib.import_module("faker.providers.person." + locale).Provider
        both = set(getattr(p, "first_names_male", ())) & set(getattr(p, "first_names_female", ()))
        for g, attribute in (("m", "first_names_male"), ("f", "first_names_female")):
            listed = list(getattr(p, attribute, ()))
            for name in listed[:400]:
                name = roman(name)
                if name not in both and re.fullmatch(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?", name) and name[0].isupper():
                    weight[name][g] += 0.01
    rows = {}
    for name, w in weight.items():
        low, high = sorted(w.values())
        rows[name] = "u" if low * 5 > high else "m" if w["m"] > w["f"] else "f"
    rows.update(own)
    folded = {}
    for name, g in sorted(rows.items()):
        key = strip(name).lower().replace("-", " ")
        if key in folded and folded[key][1] != g:
            folded[key] = (folded[key][0], "u" if name not in own else g)
        else:
            folded.setdefault(key, (name, g))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "firstname.tsv"), "w") as out:
        out.write("# name\tgender\n")
        for name, g in sorted(folded.values()):
            out.write(f"{name}\t{g}\n")
    print(len(folded), "names")


main()
